// Room: nothing sticks out, nothing is cut off, nothing but a table scrolls sideways.

const SPACED = // WCAG 1.4.12, every value of it
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; " +
  "word-spacing: .16em !important } p { margin-bottom: 2em !important }";

function room(rule = "overflow") {
  const { clientWidth, scrollWidth } = document.documentElement;
  const faults = all("body *").flatMap((each) => cutOff(rule, each));
  if (scrollWidth <= clientWidth) return faults;
  const what = `${scrollWidth - clientWidth} px more than the page has`;
  return [fault(rule, stickingOut().at(-1) ?? document.body, what), ...faults];
}

/** What reaches beyond the right edge, but for what lies in a scroll area. */
function stickingOut() {
  const { clientWidth } = document.documentElement;
  return all("body *").filter(
    (each) => each.getBoundingClientRect().right > clientWidth + 1 && !inScrollArea(each),
  );
}

function inScrollArea(element) {
  const holder = element.parentElement;
  return Boolean(holder && holder !== document.body) && (scrolls(holder) || inScrollArea(holder));
}

function scrolls(element) {
  const { overflowX, overflowY } = getComputedStyle(element);
  return /auto|scroll/.test(overflowX + overflowY);
}

const isWider = (element) => element.scrollWidth > element.clientWidth + 1;
const isHigher = (element) => element.scrollHeight > element.clientHeight + 1;

function cutOff(rule, element) {
  const { overflowX, overflowY } = getComputedStyle(element);
  if (overflowX === "visible" && overflowY === "visible") return [];
  if (element.clientWidth <= 1 || element.clientHeight <= 1) return []; // for screen readers
  const hides = [isWider(element) && overflowX, isHigher(element) && overflowY];
  if (hides.some((each) => /hidden|clip/.test(each))) {
    return [fault(rule, element, "text is cut off")];
  }
  if (!isWider(element) || element.querySelector(":scope > table")) return [];
  return [fault(rule, element, "scrolls sideways, and is no table")];
}

function spaced() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACED);
  document.adoptedStyleSheets = [sheet];
  const faults = room("text-spacing");
  document.adoptedStyleSheets = [];
  return faults;
}
