// Paper: it does not scroll, and nobody can open what is folded.

const A4 = [793.7, 1122.5]; // px

/** The kinds of sheet that the style names, and how many px each has for text, narrow first. */
function sheets() {
  const rules = [...document.styleSheets].flatMap((each) => flat(each.cssRules))
    .filter((rule) => rule instanceof CSSPageRule && !rule.selectorText.startsWith(":"));
  const names = new Set(["", ...rules.map((rule) => rule.selectorText)]);
  return [...names]
    .map((name) => [name, rules.filter((rule) => ["", name].includes(rule.selectorText))])
    .map(([name, own]) => ({ name, width: printable(own) }))
    .sort((one, other) => one.width - other.width);
}

function printable(rules) {
  const last = (property) =>
    rules.map((rule) => rule.style.getPropertyValue(property)).filter(Boolean).pop();
  const size = last("size") ?? "";
  const own = size.match(/[\d.]+(mm|cm|in|pt|px)/g)?.map(px);
  const [across, along] = own ?? A4;
  const margin = (side) => px(last(`margin-${side}`) ?? "10mm");
  const width = /landscape/.test(size) ? Math.max(across, along ?? across) : across;
  return Math.floor(width - margin("left") - margin("right"));
}

/** What the sheets of a name do not hold, now that the window is as wide as they are. */
function onSheet(name) {
  const here = (each) => sheetOf(each) === name;
  const scrolled = (each) => scrolls(each) && (isWider(each) || isHigher(each));
  const gone = all("body *").filter((each) => scrolled(each) && here(each));
  const widest = stickingOut().filter(here).slice(-1);
  return [
    ...widest.map((each) => fault("overflow", each, "wider than the paper")),
    ...gone.map((each) => fault("gone-on-paper", each, "not printed whole")),
    ...brokenWords(here),
  ];
}

/** What stands folded under words that are printed; what is left out together with them may be. */
function folded() {
  const holds = (each) => each.checkVisibility() && !each.open;
  return all("details")
    .filter(holds)
    .flatMap((each) => [...each.children])
    .filter((each) => !each.matches("summary") && !each.checkVisibility())
    .map((each) => fault("gone-on-paper", each, "not printed whole"));
}

function sheetOf(element) {
  if (!element) return "";
  const { page } = getComputedStyle(element);
  return page === "auto" ? sheetOf(element.parentElement) : page;
}

const flat = (rules) => [...rules].flatMap((rule) => [rule, ...flat(rule.cssRules ?? [])]);

function px(length) {
  const probe = document.createElement("div");
  probe.style.width = length; // set by a script, so no policy minds
  document.body.append(probe);
  const found = parseFloat(getComputedStyle(probe).width);
  probe.remove();
  return found;
}
