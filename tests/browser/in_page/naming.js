// What the other parts share. A fault is {rule, where, what}: which rule, which element, and
// what of it.

const all = (selector) => [...document.querySelectorAll(selector)];
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
const fault = (rule, element, what) => ({ rule, where: name(element), what });

/** A short name for an element, as a selector would say it. */
function name(element) {
  const kind = element.tagName.toLowerCase();
  if (element.id) return `${kind}#${element.id}`;
  const own = [...element.classList].map((each) => `.${each}`).join("");
  const holder = element.parentElement?.closest("[id]");
  return `${holder ? `#${holder.id} ` : ""}${kind}${own} "${words(element).slice(0, 40)}"`;
}
