// The shape of a page: everything but its colours.

/** Where everything is and whether it is shown, as one text that can be compared. */
function shape() {
  return all("body, body *").map(shapeOf).join("\n");
}

function shapeOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { display, visibility, opacity, overflow, fontSize, fontWeight } = getComputedStyle(element);
  const parts = ["::before", "::after"].map((part) => getComputedStyle(element, part).content);
  return [left, top, width, height, display, visibility, opacity, overflow, fontSize, fontWeight, ...parts].join();
}
