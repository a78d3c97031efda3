// What word processors put on the clipboard, reduced to structure: styles, classes and private elements go. Numbers of the law stay as they
// were written, （一） or 第一条 or 3., since a list would count anew; only paragraphs with bullets become lists.
import { placeOf, settleBlocks } from './pasted-blocks.js';

const junk = 'meta, link, script, title, xml, o\\:p, w\\:sdt, v\\:shape';
// As the server judges what is hidden: nobody has read it who pastes it here.
const hiding = /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment)/i;
const shrinking = /(?:^|[;\s])(?:visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?:[a-z]+|%)?\s*(?:;|!|$))/i;
const sizing = /(?:^|[;\s])(?:visibility|font-size|font)\s*:/i;
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

const styleOf = element => element.dataset.style ?? '';
const isShownAgain = element => sizing.test(styleOf(element)) && !shrinking.test(styleOf(element));
const isHidden = element => element.hidden || hiding.test(styleOf(element)) || (shrinking.test(styleOf(element)) && ![...element.querySelectorAll('[data-style]')].some(isShownAgain));

function removeHidden(body) {
  const hidden = [...body.querySelectorAll('[hidden], [data-style]')].filter(element => isHidden(element) && !element.parentElement.closest('[data-hidden]') && (element.dataset.hidden = 'true'));
  hidden.forEach(element => element.remove());
  return hidden.filter(element => element.textContent.trim()).length;
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
