// Reads forms for SurveyJS with its own library, answers each question, and says what came of it.
// A form a line comes in; a line goes out: {"errors", "names", "titles", "data"}.

import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const { Model } = createRequire(import.meta.url)("survey-core");

for await (const line of createInterface({ input: process.stdin })) {
  const { form, locale } = JSON.parse(line);
  const survey = new Model(form);
  if (locale) survey.locale = locale;
  const questions = survey.getAllQuestions();
  questions.forEach((each, place) => {
    each.value = each.choices[place % each.choices.length].value;
  });
  console.log(JSON.stringify({
    errors: survey.jsonErrors ?? [],
    pages: survey.pages.map((each) => each.title),
    title: survey.locTitle.renderedHtml,
    names: questions.map((each) => each.name),
    kinds: questions.map((each) => each.getType()),
    choices: questions.map((each) => each.choices.map((one) => one.text)),
    finished: survey.completeLastPage() || survey.state,
    data: survey.data,
  }));
}
