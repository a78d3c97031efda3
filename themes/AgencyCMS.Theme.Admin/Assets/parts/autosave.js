// <form data-autosave="URL" data-autosave-key="unique name of what is edited">: what is typed is kept in this
// browser after half a second and posted to the URL after two. The server answers 200 with JSON
// { "savedAt": "10:32", "fields": { "ExpectedVersion": "8" } }; the fields are put back into the form.
// 409 means that somebody else has saved. In every other case the text stays here and is offered again later.
const KEEP_MS = 500;
const POST_MS = 2000;
const RETRY_MS = 15000;

// New with every page: what is kept must not seem to differ from what was delivered.
const ignored = name => name.startsWith('__') || ['ExpectedVersion', 'Token'].includes(name);

// Files are sent when the form is; sending them every two seconds would send nothing else.
const textsOf = form => {
  const texts = new FormData(form);
  [...texts].filter(([, value]) => typeof value !== 'string').forEach(([name]) => texts.delete(name));
  return texts;
};

const valuesOf = form => JSON.stringify([...new FormData(form)].filter(([name, value]) => !ignored(name) && typeof value === 'string'));

function restore(form, stored) {
  const values = new Map();
  JSON.parse(stored).forEach(([name, value]) => values.set(name, [...values.get(name) ?? [], value]));
  for (const control of form.elements) {
    if (!control.name || ignored(control.name) || ['hidden', 'file'].includes(control.type)) continue;
    const kept = values.get(control.name) ?? [];
    if (['checkbox', 'radio'].includes(control.type)) control.checked = kept.includes(control.value);
    else if (control.multiple) [...control.options].forEach(option => { option.selected = kept.includes(option.value); });
    else if (kept.length) control.value = kept.shift();
  }
  form.dispatchEvent(new CustomEvent('autosave:restored'));
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

export function autosave(form) {
  const key = `agencycms.draft.${form.dataset.autosaveKey ?? form.dataset.autosave}`;
  const state = form.querySelector('[data-save-state]');
  let keeping, posting, busy = false, closed = false;

  const show = (name, detail = '') => {
    if (!state) return;
    state.dataset.state = name;
    state.textContent = (state.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? '').replace('{0}', detail);
  };

  const keep = () => {
    try {
      localStorage.setItem(key, valuesOf(form));
    } catch {
      show('full'); // storage is full or forbidden: only the server keeps the text
    }
  };

  async function post() {
    if (busy) return schedule(POST_MS);
    busy = true;
    const sent = valuesOf(form);
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: textsOf(form), redirect: 'manual', headers: { Accept: 'application/json' } });
      if (answer.status === 409) {
        closed = true; // posting again would only meet the same conflict; saving by hand shows both texts
        return show('conflict');
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const { savedAt = '', fields = {} } = await answer.json();
      for (const control of form.elements) {
        const name = Object.keys(fields).find(key => key.toLowerCase() === control.name.toLowerCase());
        if (name) control.value = fields[name];
      }
      if (valuesOf(form) !== sent) return schedule(POST_MS);
      localStorage.removeItem(key);
      show('saved', savedAt);
      form.dispatchEvent(new CustomEvent('autosave:saved'));
    } catch {
      show('failed');
      schedule(RETRY_MS);
    } finally {
      busy = false;
    }
  }

  function schedule(delay) {
    clearTimeout(posting);
    if (!closed) posting = setTimeout(post, delay);
  }

  const stored = localStorage.getItem(key);
  const offer = form.querySelector('[data-draft-offer]');
  if (stored && stored === valuesOf(form)) localStorage.removeItem(key);
  else if (stored && offer) {
    offer.hidden = false;
    offer.querySelector('[data-draft-restore]').addEventListener('click', () => { offer.hidden = true; restore(form, stored); });
    offer.querySelector('[data-draft-discard]').addEventListener('click', () => { offer.hidden = true; localStorage.removeItem(key); });
  }

  form.addEventListener('input', () => {
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEEP_MS);
    if (!closed) show('pending');
    schedule(POST_MS);
  });
  form.addEventListener('submit', () => { clearTimeout(posting); closed = true; keep(); });
  window.addEventListener('pagehide', () => { if (state?.dataset.state === 'pending') keep(); });
}
