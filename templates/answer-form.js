"use strict";
(() => {
  const one = (id) => document.getElementById(id);
  const data = JSON.parse(one("data").textContent);
  const told = one("told");
  const code = one("code");
  const drawn = [...crypto.getRandomValues(new Uint8Array(4))];
  const file = `${data.id}-answers-${drawn.map((each) => each.toString(16).padStart(2, "0")).join("")}.json`;
  let kept = true;

  const chosen = (name) =>
    document.querySelector(`input[name="${name}"]:checked`)?.value ?? "";
  const perspective = () => chosen("perspective");
  const answers = () => data.statements.map((_, place) => chosen(`s${place}`));
  const answered = () => answers().filter(Boolean).length;

  // The same as exchange/forms/code.py.
  const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const PRIME = 1048517n, ROOM = 32n ** 4n;
  function codeOf(given) {
    const states = [["", ...data.perspectives], ...data.statements.map(() => ["", ...data.answers])];
    let number = 0n, most = 1n;
    states.forEach((each, place) => {
      number = number * BigInt(each.length) + BigInt(each.indexOf(given[place]));
      most *= BigInt(each.length);
    });
    const off = (BigInt(data.seal) - number * ROOM) % PRIME;
    let rest = number * ROOM + (off + PRIME) % PRIME, left = most * ROOM - 1n, written = "";
    for (; left > 0n; left /= 32n, rest /= 32n) written = LETTERS[Number(rest % 32n)] + written;
    return written.match(/.{1,5}/g);
  }

  function filled() {
    const given = answers();
    const pairs = data.statements.map((id, place) => [id, given[place]]).filter(([, each]) => each);
    const typed = (each) => (/^\d+$/.test(each) ? Number(each) : each);
    return {
      "cls-check-answers": 1,
      questionnaire: { id: data.id, version: data.version },
      ...(perspective() ? { perspective: perspective() } : {}),
      answers: Object.fromEntries(pairs.map(([id, each]) => [id, typed(each)])),
    };
  }

  function tell(key) {
    told.textContent = data.told[key].replace("{file}", file);
  }

  function mayGoOn() {
    const missing = data.perspectives.length > 0 && !perspective();
    if (answered() === 0) tell("nothing");
    else if (missing) {
      tell("no-perspective");
      document.querySelector('input[name="perspective"]').focus();
    }
    return answered() > 0 && !missing;
  }

  function save() {
    if (!mayGoOn()) return;
    const text = `${JSON.stringify(filled(), null, 1)}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    kept = true;
    tell("saved");
  }

  function show() {
    if (!mayGoOn()) return;
    code.replaceChildren(...codeOf([perspective(), ...answers()]).flatMap((group) => {
      const part = document.createElement("span");
      part.textContent = group;
      return [part, " "];
    }));
    code.hidden = false;
    kept = true;
    tell("code");
  }

  function erase() {
    if (!confirm(data.told["erase.sure"])) return;
    one("questions").reset();
    document.querySelectorAll("button.clear").forEach((each) => each.remove());
    code.replaceChildren();
    changed();
    kept = true;
    tell("erased");
    scrollTo(0, 0);
  }

  function changed() {
    one("progress").textContent = data.told.progress.replace("{done}", answered());
    told.textContent = "";
    code.hidden = true;
    kept = false;
  }

  function offerToClear(input) {
    const asked = input.closest("fieldset");
    if (!asked || asked.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "clear";
    button.textContent = data.told.clear;
    button.lang = one("told").closest("[lang]").lang;
    button.addEventListener("click", () => {
      const ticked = asked.querySelector(":checked");
      if (ticked) ticked.checked = false;
      asked.querySelector("input").focus();
      button.remove();
      changed();
    });
    asked.append(button);
  }

  // Every element that holds a text of the questionnaire, with the mark of that text.
  function* marked() {
    for (const each of document.querySelectorAll("[data-t]")) yield [each.dataset.t, each];
    for (const group of document.querySelectorAll("form fieldset, form .choices")) {
      const mark = group.matches(".choices") ? "p" : "a";
      const labels = [...group.querySelectorAll("label")];
      for (const [place, each] of labels.entries()) yield [mark + place, each.lastChild];
    }
  }

  function speak(language) {
    const spoken = data.spoken[language];
    document.documentElement.lang = language;
    document.documentElement.dir = spoken.direction;
    document.title = spoken.texts.title;
    for (const [mark, each] of marked()) each.textContent = spoken.texts[mark] ?? "";
  }

  const { lang, dir } = document.documentElement;
  const texts = Object.fromEntries([...marked()].map(([mark, each]) => [mark, each.textContent]));
  data.spoken[lang] = { direction: dir, texts };

  one("questions").addEventListener("change", (event) => {
    offerToClear(event.target);
    changed();
  });
  one("questions").addEventListener("submit", (event) => event.preventDefault());
  one("languages")?.addEventListener("change", (event) => speak(event.target.value));
  Object.entries({ save, show, erase, print: () => print() }).forEach(([id, act]) => {
    one(id).addEventListener("click", act);
  });
  addEventListener("beforeunload", (event) => {
    if (!kept && answered() > 0) event.preventDefault();
  });
  ["progress", "ways", "afterwards", "languages"].forEach((id) => one(id)?.removeAttribute("hidden"));
})();
