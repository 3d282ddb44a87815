// Fills in a form with the keyboard alone: node fill_form.mjs BROWSER FILE PLAN
//
// PLAN is {"perspective": place or null, "answers": [place or null, ...], "language": code or absent},
// where a place counts from 0 and null is left blank. Prints what came of it, as JSON.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file, planned] = process.argv.slice(2);
const plan = JSON.parse(planned);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ offline: true, viewport: { width: 320, height: 640 } });
const page = await context.newPage();
const heard = [];
page.on("pageerror", (error) => heard.push(String(error)));
page.on("console", (message) => heard.push(message.text()));
await page.goto(pathToFileURL(file).href);

/** Press Tab until the focus is where it should be. */
async function tabTo(selector) {
  for (let presses = 0; presses < 400; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

async function choose(name, place) {
  await tabTo(`input[name="${name}"]`);
  await page.keyboard.press("Space");
  for (let step = 0; step < place; step += 1) await page.keyboard.press("ArrowDown");
}

if (plan.language) await page.check(`#languages [value="${plan.language}"]`);
await page.focus("body");
if (plan.perspective !== null) await choose("perspective", plan.perspective);
for (const [number, place] of plan.answers.entries()) {
  if (place !== null) await choose(`s${number}`, place);
}
const told = () => page.textContent("#told");

await tabTo("#save");
const wanted = page.waitForEvent("download", { timeout: 3000 }).catch(() => null);
await page.keyboard.press("Enter");
const download = await wanted;
const saved = download && JSON.parse(readFileSync(await download.path(), "utf8"));
const found = {
  saved,
  name: download?.suggestedFilename() ?? null,
  told: await told(),
  focus: await page.evaluate(() => document.activeElement.name || document.activeElement.id),
  progress: await page.textContent("#progress"),
};
if (saved) {
  await tabTo("#show");
  await page.keyboard.press("Enter");
  found.code = (await page.textContent("#code")).trim();
  found.codeIsSeen = await page.isVisible("#code");
  found.language = await page.getAttribute("html", "lang");
  found.title = await page.title();
  found.legend = await page.textContent("legend:has([data-t=s0])");
  page.on("dialog", (dialog) => dialog.accept());
  await tabTo("#erase");
  await page.keyboard.press("Enter");
  found.leftOver = await page.locator("form :checked").count();
  found.codeLeftOver = await page.textContent("#code");
  found.stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
}
console.log(JSON.stringify({ ...found, heard }));
await browser.close();
