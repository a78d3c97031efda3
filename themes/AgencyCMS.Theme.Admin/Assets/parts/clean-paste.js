// What word processors put on the clipboard, reduced to structure: styles, classes and private elements go. Numbers of the law stay as they
// were written, （一） or 第一条 or 3., since a list would count anew; only paragraphs with bullets become lists.
import { placeOf, settleBlocks } from './pasted-blocks.js';

const junk = 'meta, link, script, title, xml, o\\:p, w\\:sdt, v\\:shape';
// As the server judges what is hidden: nobody has read it who pastes it here.
const gone = /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment)/i;
const visibility = /(?:^|[;\s])visibility\s*:\s*([a-z]+)/gi;
const size = /(?:^|[;\s])font(?:-size)?\s*:\s*([^;]+)/gi;
const nothing = /(?:^|\s)0(?:\.0+)?(?:[a-z]+|%)?(?:[/\s!]|$)/i;
const bullet = /^\s*(?:[·•●○■□◆▪➢✓§o\-–])(?:\s+|$)/u;
const kept = { a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start', 'type'], img: ['src', 'alt'] };

function isBulleted(paragraph) {
  const style = paragraph.dataset.style ?? '';
  return (/mso-list:\s*l\d/i.test(style) || /MsoListParagraph/i.test(paragraph.className)) && bullet.test(paragraph.textContent);
}

const markersOf = paragraph => paragraph.querySelectorAll('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]');

function toLists(body) {
  for (const paragraph of [...body.querySelectorAll('p')]) {
    if (!isBulleted(paragraph)) {
      // The word processor fills up the number with blanks to where the text begins.
      markersOf(paragraph).forEach(marker => marker.replaceChildren(marker.textContent.trim() + (/[.)\w]\s*$/.test(marker.textContent) ? ' ' : '')));
      continue;
    }
    markersOf(paragraph).forEach(marker => marker.remove());
    const before = paragraph.previousElementSibling;
    const list = before?.dataset.pasted ? before : document.createElement('ul');
    list.dataset.pasted = 'ul';
    if (list !== before) paragraph.before(list);
    const item = document.createElement('li');
    item.innerHTML = paragraph.innerHTML.replace(bullet, '');
    list.append(item);
    paragraph.remove();
  }
}

// An item that says its own number begins a list of its own: the editor knows where lists begin, not what each item counts.
function splitAtNumbers(body) {
  for (const item of [...body.querySelectorAll('ol > li[value]')]) {
    const list = item.parentElement;
    const target = item.previousElementSibling ? list.cloneNode(false) : list;
    target.setAttribute('start', item.getAttribute('value'));
    if (target === list) continue;
    while (item.nextElementSibling) target.prepend(list.lastElementChild);
    target.prepend(item);
    list.after(target);
  }
}

function keepMeaning(element) {
  const style = element.dataset.style ?? '';
  const align = placeOf(element);
  const script = /vertical-align\s*:\s*(sub|super)/i.exec(style)?.[1].toLowerCase();
  if (script && !element.matches('sub, sup, td, th, tr')) {
    const wrap = document.createElement(script === 'sub' ? 'sub' : 'sup');
    wrap.append(...element.childNodes);
    element.append(wrap);
  }
  [...element.attributes].filter(({ name }) => !kept[element.localName]?.includes(name)).forEach(({ name }) => element.removeAttribute(name));
  if (align) element.className = align === 'center' ? 'align-center' : 'align-right';
}

const lastOf = (style, pattern) => [...style.matchAll(pattern)].at(-1)?.[1];

// Each text is judged by itself: what an element hides by its size or visibility an element inside may show again.
function removeHidden(body) {
  let passages = 0;
  const waiting = [[body, false, false]];
  const emptied = new Set();
  while (waiting.length) {
    const [parent, isInvisible, isSizeless] = waiting.pop();
    for (const node of [...parent.childNodes]) {
      if (node.nodeType === Node.TEXT_NODE && (isInvisible || isSizeless) && node.textContent.trim()) {
        passages++;
        node.remove();
        emptied.add(parent);
      }
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const style = (node.dataset?.style ?? '').replace(/\/\*[\s\S]*?\*\//g, '');
      if (node.hidden || gone.test(style)) {
        if (node.textContent.trim()) passages++;
        node.remove();
        continue;
      }
      const [seen, sized] = [lastOf(style, visibility), lastOf(style, size)];
      waiting.push([node, seen ? /^(?:hidden|collapse)$/i.test(seen) : isInvisible, sized ? nothing.test(sized) : isSizeless]);
    }
  }
  emptied.forEach(element => {
    while (element && element !== body && !element.textContent.trim() && !element.matches('td, th, tr') && !element.querySelector('img, table, td, th')) {
      const parent = element.parentElement;
      element.remove();
      element = parent;
    }
  });
  return passages;
}

// Pictures inside the text or on the writer's own machine cannot be kept, and those of other sites are not shown.
function removePictures(body) {
  const lost = [...body.querySelectorAll('img')].filter(picture => !isOwn(picture.getAttribute('src') ?? ''));
  lost.forEach(picture => picture.replaceWith(picture.getAttribute('alt') ?? ''));
  return lost.length;
}

const isOwn = address => (address.startsWith('/') && !address.startsWith('//')) || address.startsWith(`${location.origin}/`);

// Parsing would apply inline styles, which the security policy forbids: they are kept under another name.
function withoutStyles(html) {
  return html
    .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[^>]+>/g, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

// `onLost` hears how many pictures and how many hidden passages were left out.
export function cleanPaste(html, onLost = () => {}) {
  const body = new DOMParser().parseFromString(withoutStyles(html), 'text/html').body;
  body.querySelectorAll(junk).forEach(element => element.remove());
  const hidden = removeHidden(body);
  settleBlocks(body);
  toLists(body);
  splitAtNumbers(body);
  const pictures = removePictures(body);
  if (pictures || hidden) onLost({ pictures, hidden });
  body.querySelectorAll('*').forEach(keepMeaning);
  body.querySelectorAll('p').forEach(paragraph => {
    if (!paragraph.textContent.trim() && !paragraph.querySelector('img, br')) paragraph.remove();
  });
  return body.innerHTML;
}
