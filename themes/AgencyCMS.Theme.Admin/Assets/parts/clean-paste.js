// What word processors put on the clipboard, reduced to structure: styles, classes and private elements go, and
// paragraphs that only look like list items become lists.
const junk = 'meta, link, script, title, xml, o\\:p, w\\:sdt, v\\:shape, [data-style*="mso-element:comment"], [data-style*="mso-hide:all"]';
const bullet = /^\s*(?:[·•●○■□◆▪➢✓§o\-–])\s+/u;
const number = /^\s*(?:\d+[.．、)）]|[(（][\d一二三四五六七八九十]+[)）]|[a-z][.)）])\s*/iu;

function listOf(paragraph) {
  const style = paragraph.dataset.style ?? '';
  if (!/mso-list:\s*l\d/i.test(style) && !/MsoListParagraph/i.test(paragraph.className)) return null;
  const text = paragraph.textContent;
  return bullet.test(text) ? 'ul' : number.test(text) ? 'ol' : null;
}

function toLists(body) {
  for (const paragraph of [...body.querySelectorAll('p')]) {
    const kind = listOf(paragraph);
    if (!kind) continue;
    paragraph.querySelectorAll('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]').forEach(marker => marker.remove());
    const before = paragraph.previousElementSibling;
    const list = before?.dataset.pasted === kind ? before : document.createElement(kind);
    list.dataset.pasted = kind;
    if (list !== before) paragraph.before(list);
    const item = document.createElement('li');
    item.innerHTML = paragraph.innerHTML.replace(bullet, '');
    list.append(item);
    paragraph.remove();
  }
}

// Parsing would apply inline styles, which the security policy forbids: they are kept under another name.
function withoutStyles(html) {
  return html
    .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[^>]+>/g, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

export function cleanPaste(html) {
  const body = new DOMParser().parseFromString(withoutStyles(html), 'text/html').body;
  body.querySelectorAll(junk).forEach(element => element.remove());
  toLists(body);
  body.querySelectorAll('*').forEach(element => {
    [...element.attributes].filter(({ name }) => !['href', 'colspan', 'rowspan'].includes(name)).forEach(({ name }) => element.removeAttribute(name));
  });
  body.querySelectorAll('p').forEach(paragraph => {
    if (!paragraph.textContent.trim() && !paragraph.querySelector('img, br')) paragraph.remove();
  });
  return body.innerHTML;
}
