// Colours as they are seen, and how far apart they are.

const dot = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** Red, green and blue from 0 to 255 and how opaque from 0 to 1, of any colour that CSS can say. */
function colour(text) {
  if (!known.has(text)) known.set(text, drawn(text));
  return known.get(text);
}

const known = new Map(); // a page is measured in the colours of one mode

function drawn(text) {
  dot.clearRect(0, 0, 1, 1);
  dot.fillStyle = text;
  dot.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = dot.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const over = ([...top], below) => [
  ...[0, 1, 2].map((part) => top[part] * top[3] + below[part] * (1 - top[3])), 1,
];

/** The colour that lies behind what an element holds. */
function ground(element) {
  if (!element) return colour("Canvas");
  const own = colour(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, ground(element.parentElement));
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(one, other) {
  const light = (rgb) => rgb.slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
