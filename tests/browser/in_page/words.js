// Words: one that would fit into a line stands on one line, whole.

const LONGEST_WORD = 14; // letters that the narrowest column has room for; "Perspectives" has 12

function brokenWords() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (!text.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of text.data.matchAll(/\S+/gu)) {
      if (isShort(word) && lines(text, index, word.length) > 1) {
        faults.push(fault("broken-word", text.parentElement, `"${word}" is broken`));
      }
    }
  }
  return faults;
}

/** A word of letters, with what stands around it in a sentence. */
const isShort = (word) => word.length <= LONGEST_WORD && /^\p{P}*\p{L}+\p{P}*$/u.test(word);

function lines(text, start, length) {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + length);
  return new Set([...range.getClientRects()].map((each) => Math.round(each.top))).size;
}
