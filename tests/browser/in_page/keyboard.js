// The keyboard: everything in the order of the page, each with a ring that can be seen.

const SMALLEST_RING = 2; // px of outline, as WCAG 2.4.13 asks
const LEAST_CONTRAST = 3; // of a ring to what lies around it, WCAG 1.4.11
const STOPS =
  "a[href], area[href], button, input, select, textarea, summary, iframe, " +
  "audio[controls], video[controls], [contenteditable], [tabindex]";

let stops = [];
let steps = [];

/** Note what Tab should stop at, and from here on what each press led to; gives how many stops. */
function prepareWalk() {
  steps = [];
  addEventListener("keyup", note, { capture: true });
  const seen = new Set();
  stops = all(STOPS).filter((each) => {
    if (each.tabIndex < 0 || each.disabled || each.closest("[inert]")) return false;
    if (!each.checkVisibility({ visibilityProperty: true })) return false;
    const group = each.type === "radio" && each.name;
    return !group || !(seen.has(group) || !seen.add(group)); // one stop for a group
  });
  leave();
  return stops.length;
}

/** Once Tab is let go, all that it does is done. */
function note(event) {
  if (event.key === "Tab") steps.push(stop());
}

/** Where the focus is, null if that is off the page, and what is wrong there. */
function stop() {
  const here = document.activeElement;
  if (!here || here === document.body) return { place: null, faults: [] };
  const place = stops.findIndex((each) => each === here || sameGroup(each, here));
  const lost = place < 0 ? [fault("tab-order", here, "Tab stops where nothing can be done")] : [];
  return { place, faults: [...lost, ...ring(here), ...covered(here)] };
}

/** Every stop in turn, without pressing Tab: where it was pressed in other colours alone. */
function everyStop() {
  prepareWalk();
  for (const each of stops) {
    (all("input:checked").find((other) => sameGroup(each, other)) ?? each).focus({ focusVisible: true });
    steps.push(stop());
  }
  return walked();
}

const sameGroup = (one, other) =>
  one.type === "radio" && other.type === "radio" && one.name === other.name;

/** How many presses it took to leave the page or come round again; -1 if that is still to come. */
function length() {
  const places = steps.map((each) => each.place);
  return places.findIndex(
    (place, step) => place === null || (place >= 0 && places.indexOf(place) < step),
  );
}

/** What is wrong on the walk, what was missed, and what came too early or too late. */
function walked() {
  removeEventListener("keyup", note, { capture: true });
  leave();
  const walk = steps.slice(0, length() < 0 ? steps.length : length());
  const reached = walk.map((each) => each.place).filter((place) => place >= 0);
  const early = reached.filter((place, step) => Math.max(...reached.slice(0, step)) > place);
  return [
    ...walk.flatMap((each) => each.faults),
    ...early.map((place) => fault("tab-order", stops[place], "Tab comes here out of order")),
    ...stops
      .filter((_, place) => !reached.includes(place))
      .map((each) => fault("tab-order", each, "Tab does not come here")),
  ];
}

/** As before the walk: what shows itself while it has the focus lies over other things. */
function leave() {
  document.activeElement?.blur();
  scrollTo({ top: 0, left: 0, behavior: "instant" });
}

/** An outline and nothing else counts: where colours are forced, shadows and grounds are gone. */
function ring(element) {
  const style = getComputedStyle(element);
  const faulty = (what) => [fault("focus-ring", element, what)];
  if (style.outlineStyle === "none") return faulty("no outline");
  const side = cutSide(element, parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth));
  if (side) return faulty(`its outline is cut off on the ${side}`);
  if (style.outlineStyle === "auto") return []; // the browser's own
  if (parseFloat(style.outlineWidth) < SMALLEST_RING) return faulty("a thin outline");
  const around = ground(parseFloat(style.outlineOffset) < 0 ? element : element.parentElement);
  const found = contrast(over(colour(style.outlineColor), around), around);
  return found < LEAST_CONTRAST ? faulty(`an outline of contrast ${found.toFixed(1)}`) : [];
}

/** The side on which something that hides what reaches beyond it hides a part of the ring. */
function cutSide(element, beyond) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const far = beyond - 0.5; // half a px is lost in rounding
  for (let each = element.parentElement; each; each = each.parentElement) {
    const root = each === document.documentElement;
    if (!root && getComputedStyle(each).overflow === "visible") continue;
    const shown = root ? pageBox() : innerBox(each);
    if (left - far < shown.left) return "left";
    if (right + far > shown.right) return "right";
    if (bottom - top > shown.bottom - shown.top) continue; // no scrolling shows it whole
    if (top - far < shown.top) return "top";
    if (bottom + far > shown.bottom) return "bottom";
  }
  return null;
}

function pageBox() {
  const { clientWidth, scrollHeight } = document.documentElement;
  return { left: 0, right: clientWidth, top: -scrollY, bottom: scrollHeight - scrollY };
}

function innerBox(element) {
  const { left, top } = element.getBoundingClientRect();
  const [x, y] = [left + element.clientLeft, top + element.clientTop];
  return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
}

/** Whether something else lies over the whole of it, WCAG 2.4.11. */
function covered(element) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const within = (low, high, most) => {
    const [from, to] = [Math.max(low, 0), Math.min(high, most)];
    return [0.1, 0.5, 0.9].map((part) => from + part * (to - from));
  };
  const seen = within(left, right, innerWidth).some((x) =>
    within(top, bottom, innerHeight).some((y) => {
      const there = document.elementFromPoint(x, y);
      return there && (element.contains(there) || there.contains(element));
    }),
  );
  return seen ? [] : [fault("focus-covered", element, "it cannot be seen when it has the focus")];
}
