// <textarea data-html-editor data-labels='{"bold":"Bold",…}'>: the textarea stays the field that is sent.
import { Editor } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { cleanPaste } from './parts/clean-paste.js';
import { keepPlace, Picture, Placement, Subscript, Superscript } from './parts/kept-markup.js';
import { faceOf } from './parts/tool-faces.js';

// Column widths would be inline styles, which the security policy forbids.
const PlainTable = Table.extend({ renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]] });

const tools = [
  ['heading2', chain => chain.toggleHeading({ level: 2 }), editor => editor.isActive('heading', { level: 2 })],
  ['heading3', chain => chain.toggleHeading({ level: 3 }), editor => editor.isActive('heading', { level: 3 })],
  ['bold', chain => chain.toggleBold(), editor => editor.isActive('bold')],
  ['italic', chain => chain.toggleItalic(), editor => editor.isActive('italic')],
  ['bulletList', chain => chain.toggleBulletList(), editor => editor.isActive('bulletList')],
  ['orderedList', chain => chain.toggleOrderedList(), editor => editor.isActive('orderedList')],
  ['quote', chain => chain.toggleBlockquote(), editor => editor.isActive('blockquote')],
  ['link', toggleLink, editor => editor.isActive('link')],
  ['table', chain => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })],
  ['addRow', chain => chain.addRowAfter()],
  ['addColumn', chain => chain.addColumnAfter()],
  ['deleteRow', chain => chain.deleteRow()],
  ['deleteColumn', chain => chain.deleteColumn()],
  ['deleteTable', chain => chain.deleteTable()],
  ['undo', chain => chain.undo()],
  ['redo', chain => chain.redo()]
];

function toggleLink(chain, editor, labels) {
  if (editor.isActive('link')) return chain.extendMarkRange('link').unsetLink();
  const address = window.prompt(labels.linkAddress, 'https://');
  return address && address !== 'https://' ? chain.setLink({ href: address }) : chain;
}

function toolbar(editor, labels) {
  const bar = Object.assign(document.createElement('div'), { className: 'html-tools' });
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', labels.toolbar);
  const buttons = tools.map(([name, act, isOn], index) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button', title: labels[name], tabIndex: index ? -1 : 0 });
    button.setAttribute('aria-label', labels[name]);
    button.append(faceOf(name));
    button.addEventListener('click', () => act(editor.chain().focus(), editor, labels).run());
    if (isOn) editor.on('transaction', () => button.setAttribute('aria-pressed', String(isOn(editor))));
    return button;
  });
  bar.append(...buttons);
  bar.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const from = buttons.indexOf(document.activeElement);
    const to = buttons[(from + step + buttons.length) % buttons.length];
    buttons[from].tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });
  return bar;
}

export function editHtml(textarea) {
  const labels = JSON.parse(textarea.dataset.labels ?? '{}');
  const frame = Object.assign(document.createElement('div'), { className: 'html-editor' });
  const label = textarea.labels[0];
  const described = textarea.getAttribute('aria-describedby');
  const notice = Object.assign(document.createElement('p'), { className: 'hint' });
  notice.setAttribute('role', 'status');
  const editor = new Editor({
    element: frame,
    injectCSS: false,
    content: textarea.value,
    extensions: [
      StarterKit.configure({ heading: { levels: [2, 3, 4] }, code: false, codeBlock: false, link: { openOnClick: false, protocols: ['mailto'] } }),
      PlainTable.configure({ resizable: false }), TableRow, TableHeader, TableCell, Subscript, Superscript, Picture, Placement
    ],
    editorProps: {
      attributes: {
        class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label?.textContent.trim() ?? '',
        ...(described && { 'aria-describedby': described })
      },
      transformPasted: keepPlace,
      transformPastedHTML: html => cleanPaste(html, ({ pictures, hidden }) => {
        notice.textContent = [pictures && labels.picturesLost.replace('{0}', pictures), hidden && labels.hiddenLeftOut.replace('{0}', hidden)].filter(Boolean).join(' ');
      })
    },
    onUpdate: ({ editor: changed }) => {
      textarea.value = changed.isEmpty ? '' : changed.getHTML().replace(/(<p><\/p>)+$/, ''); // the empty line under a last table
      textarea.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  frame.prepend(toolbar(editor, labels));
  textarea.before(frame, notice);
  textarea.required = false; // the browser cannot point at a hidden field; the server still checks
  label?.addEventListener('click', () => editor.commands.focus());
  textarea.form?.addEventListener('autosave:restored', () => editor.commands.setContent(textarea.value));
  return editor;
}
