// What official documents need and the editor does not know by itself: lowered and raised signs, pictures, and where a paragraph stands.
// Without these a text would lose them as soon as somebody opens and saves it.
import { Extension, Mark, Node } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';

const mark = (name, tag) => Mark.create({ name, parseHTML: () => [{ tag }], renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0] });

export const Subscript = mark('subscript', 'sub');
export const Superscript = mark('superscript', 'sup');

export const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: {}, alt: { default: null }, title: { default: null }, width: { default: null }, height: { default: null } }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes]
});

const placed = ['align-right', 'align-center'];

export const Placement = Extension.create({
  name: 'placement',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'tableCell', 'tableHeader'],
      attributes: {
        placement: {
          default: null,
          parseHTML: element => placed.find(name => element.classList.contains(name)) ?? null,
          renderHTML: ({ placement }) => (placement ? { class: placement } : {})
        }
      }
    },
    {
      types: ['orderedList'],
      attributes: {
        counting: {
          default: null,
          parseHTML: element => (element.classList.contains('list-chinese') ? 'list-chinese' : null),
          renderHTML: ({ counting }) => (counting ? { class: counting } : {})
        }
      }
    }
  ]
});

// Into an empty paragraph the first one pasted comes whole, since its words alone would stand where the empty one stood.
export const keepPlace = (slice, view) =>
  slice.openStart === 1 && slice.content.firstChild?.attrs.placement && view.state.selection.$from.parent.content.size === 0
    ? new Slice(slice.content, 0, slice.openEnd)
    : slice;
