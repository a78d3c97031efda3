import { confirmFirst } from '../../Foundation/confirm.js';
import { pressButtons } from '../../Foundation/press.js';
import { submitOnce } from '../../Foundation/submit-once.js';
import { autosave } from './parts/autosave.js';
import { pickColour } from './parts/colour.js';
import { guardChanges } from './parts/guard-changes.js';
import { openMenus } from './parts/menus.js';
import { refresh } from './parts/refresh.js';
import { guardSession } from './parts/session.js';

confirmFirst();
document.querySelectorAll('dialog[data-session]').forEach(guardSession);
submitOnce();
pressButtons();
openMenus();
document.querySelectorAll('form[data-guard]').forEach(guardChanges);
document.querySelectorAll('form[data-autosave]').forEach(autosave);
document.querySelectorAll('input[data-colour]').forEach(pickColour);
document.querySelectorAll('[data-refresh]').forEach(refresh);

// The editor is the one large file; only pages that need it fetch it.
if (document.querySelector('textarea[data-html-editor]')) {
  import('./html-editor.js').then(({ editHtml }) => document.querySelectorAll('textarea[data-html-editor]').forEach(editHtml));
}
