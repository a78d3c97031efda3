// Blocks that the editor does not know become those it knows, and what a box around paragraphs says of their place is said by the paragraphs.
const known = { h1: 'h2', h5: 'h4', h6: 'h4', center: 'div' };
const blocks = 'p, div, table, ul, ol, blockquote, h2, h3, h4';

const isPlaced = element => element.hasAttribute('align') || /text-align/i.test(element.dataset.style ?? '');

// Left and justified are how paragraphs stand anyhow.
export function placeOf(element) {
  const place = (/text-align\s*:\s*(\w+)/i.exec(element.dataset.style ?? '')?.[1] ?? element.getAttribute('align') ?? '').toLowerCase();
  return ['right', 'end', 'center'].includes(place) ? place : '';
}

function rename(element, name) {
  const renamed = document.createElement(name);
  [...element.attributes].forEach(({ name: key, value }) => renamed.setAttribute(key, value));
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

export function settleBlocks(body) {
  body.querySelectorAll('center').forEach(element => element.setAttribute('align', 'center'));
  body.querySelectorAll(Object.keys(known).join()).forEach(element => rename(element, known[element.localName]));
  for (const box of body.querySelectorAll('div')) {
    const place = placeOf(box);
    // A table that stands in the middle does not have its cells there.
    const within = [...box.querySelectorAll(blocks)].filter(element => element.closest('table') === box.closest('table') && !isPlaced(element));
    if (place) within.forEach(element => element.setAttribute('align', place));
  }
  [...body.querySelectorAll('div')].filter(box => !box.querySelector(blocks)).forEach(box => rename(box, 'p'));
}
