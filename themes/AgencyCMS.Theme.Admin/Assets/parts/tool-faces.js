// Line drawings of the editor's tools on a field of 24 by 24; tools without one show a letter, drawn by the style sheet so that
// it is not taken for the tool's name.
const shapes = {
  bulletList: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  orderedList: 'M10 6h10M10 12h10M10 18h10M4 4.5 5.5 4v4.500M4 15.500c1.5-1.5 3-.5 2 1L4 19h2.5',
  quote: 'M5 15c0-4 1-6.5 4-8M5 15h4v-4H5zM14 15c0-4 1-6.5 4-8M14 15h4v-4h-4z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14',
  addRow: 'M4 4h16v6H4zM12 13v7M8.5 16.500h7',
  addColumn: 'M4 4v16h6V4zM13 12h7M16.5 8.500v7',
  deleteRow: 'M4 4h16v6H4zM8.5 16.500h7',
  deleteColumn: 'M4 4v16h6V4zM13 12h7',
  deleteTable: 'M4 5h16v14H4zM9 9l6 6M15 9l-6 6',
  undo: 'M5 9h9a5 5 0 0 1 0 10H9M5 9l4-4M5 9l4 4',
  redo: 'M19 9h-9a5 5 0 0 0 0 10h5M19 9l-4-4M19 9l-4 4'
};
const letters = { heading2: 'H2', heading3: 'H3', bold: 'B', italic: 'I' };

export function faceOf(name) {
  if (letters[name]) {
    const letter = document.createElement('span');
    letter.className = 'tool-letter';
    letter.dataset.face = letters[name];
    return letter;
  }
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  Object.entries({ class: 'icon', viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8', 'aria-hidden': 'true' })
    .forEach(([attribute, value]) => svg.setAttribute(attribute, value));
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
