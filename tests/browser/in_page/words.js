// Words: one that would fit into a line stands on one line, whole.

// Letters alone, with what stands around them in a sentence, and no more of them than the
// narrowest column has room for.
const SHORT = /(?<=(?:^|\s)\p{P}*)\p{L}{2,14}(?=\p{P}*(?:\s|$))/gu;

/** What is broken in the elements that are meant. */
function brokenWords(isMeant = () => true) {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (!isSeen(text.parentElement) || !isMeant(text.parentElement)) continue;
    for (const { 0: word, index } of text.data.matchAll(SHORT)) {
      if (lines(text, index, word.length) > 1) {
        faults.push(fault("broken-word", text.parentElement, `"${word}" is broken`));
      }
    }
  }
  return faults;
}

/** A caption with a room of a px is for screen readers. */
const isSeen = (element) =>
  element.checkVisibility() && !(element.closest("caption")?.clientWidth <= 1);

function lines(text, start, length) {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + length);
  return new Set([...range.getClientRects()].map((each) => Math.round(each.top))).size;
}
