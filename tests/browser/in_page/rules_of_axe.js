// Every rule of axe; what it cannot tell counts as much as what it finds.

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const OF_COLOURS = ["color-contrast", "link-in-text-block"];
const MORE = ["td-has-header", "table-fake-caption", "p-as-heading"]; // experimental, and apt here
const COLOURED = { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } };
// axe does not follow scope="rowgroup"; `scope` above sees to it that such a group has cells.
const KNOWN_DOUBTS = ["th-has-data-cells"];

/** All rules, or those of colours alone where the rest was looked at in other colours. */
async function axe(recoloured) {
  const found = recoloured ? [] : await scrollAreas();
  const beyond = unfold();
  if (recoloured && forced()) return ownColours();
  const rules = Object.fromEntries(MORE.map((each) => [each, { enabled: true }]));
  if (forced()) Object.assign(rules, COLOURED);
  const which = recoloured ? { type: "rule", values: OF_COLOURS } : { type: "tag", values: TAGS };
  const { violations, incomplete } = await run(document, which, recoloured ? {} : rules);
  const doubts = incomplete.filter((each) => !KNOWN_DOUBTS.includes(each.id));
  return [
    ...[...found, ...violations].flatMap((each) => told(each.id, each)),
    ...doubts.flatMap((each) => told(`unsure-${each.id}`, each, beyond)),
    ...(forced() ? await ownColours() : []),
  ];
}

const forced = () => matchMedia("(forced-colors: active)").matches;

async function scrollAreas() {
  if (matchMedia("print").matches || !all("*").some(scrolls)) return [];
  const rule = { type: "rule", values: ["scrollable-region-focusable"] };
  return (await run(document, rule)).violations;
}

/** Where colours are forced, those of what keeps its own: axe mistakes them everywhere else. */
async function ownColours() {
  const own = all("body *").filter((each) => getComputedStyle(each).forcedColorAdjust === "none");
  if (!own.length) return [];
  const { violations } = await run({ include: own }, { type: "rule", values: ["color-contrast"] });
  return violations.flatMap((each) => told(each.id, each));
}

const run = (context, runOnly, rules = {}) =>
  globalThis.axe.run(context, { runOnly, rules, resultTypes: ["violations", "incomplete"] });

// axe cannot tell the colours of what is scrolled away, so scroll areas show all that they hold.
// Those that are wider than the page now are given: a larger screen tells of their colours.
function unfold() {
  const open = all("body *").filter(scrolls);
  const { clientWidth } = document.documentElement;
  const beyond = open.filter(
    (each) => each.getBoundingClientRect().left + each.scrollWidth > clientWidth,
  );
  for (const each of open) {
    each.style.setProperty("overflow", "visible", "important");
    each.style.setProperty("max-height", "none", "important");
  }
  return beyond;
}

function told(rule, found, passedOver = []) {
  return found.nodes
    .map((each) => [document.querySelector(each.target[0]), each])
    .filter(([element]) => !passedOver.some((each) => each.contains(element)))
    .map(([element, each]) => fault(rule, element, each.failureSummary.replace(/\s+/g, " ")));
}
