// <form data-autosave="URL" data-autosave-arrived="URL" data-autosave-key="unique name of what is edited">: what is typed is kept in this browser after
// half a second and posted to the first URL after two. The server answers 200 with JSON { "savedAt": "10:32", "fields": { "ExpectedVersion": "8" } };
// the fields are put back into the form. 409 means that somebody else has saved, 401 that the session has ended. In every other case the text stays
// here. It is offered again later, unless the second URL answers { "arrived": true } for the form's token: then the server has had it. With
// data-autosave-new="who writes" the page is drawn for something new, with another key each time: it offers as well what the same person has left
// behind at this address under other keys that no open page has touched for a minute.
import { signInAgain, tellUnsent } from './session.js';

const KEEP_MS = 500;
const POST_MS = 2000;
const RETRY_MS = 15000;
const LEFT_MS = 60000;
const PREFIX = 'agencycms.draft.';

// New with every page: what is kept must not seem to differ from what was delivered.
const ignored = name => name.startsWith('__') || ['ExpectedVersion', 'Token'].includes(name);

// Files are sent when the form is; sending them every two seconds would send nothing else.
const textsOf = form => {
  const texts = new FormData(form);
  [...texts].filter(([, value]) => typeof value !== 'string').forEach(([name]) => texts.delete(name));
  return texts;
};

const valuesOf = form => JSON.stringify([...new FormData(form)].filter(([name, value]) => !ignored(name) && typeof value === 'string'));

const newToken = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

function read(key) {
  try {
    const stored = JSON.parse(localStorage.getItem(key));
    return typeof stored?.values === 'string' ? stored : null;
  } catch {
    return null; // storage is forbidden, or holds what another program has written
  }
}

function restore(form, values) {
  const kept = new Map();
  JSON.parse(values).forEach(([name, value]) => kept.set(name, [...kept.get(name) ?? [], value]));
  for (const control of form.elements) {
    if (!control.name || ignored(control.name) || ['hidden', 'file'].includes(control.type)) continue;
    const own = kept.get(control.name) ?? [];
    if (['checkbox', 'radio'].includes(control.type)) control.checked = own.includes(control.value);
    else if (control.multiple) [...control.options].forEach(option => { option.selected = own.includes(option.value); });
    else if (own.length) control.value = own.shift();
  }
  form.dispatchEvent(new CustomEvent('autosave:restored'));
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

async function hasArrived(form, token) {
  try {
    const answer = await fetch(`${form.dataset.autosaveArrived}?token=${encodeURIComponent(token)}`, { redirect: 'manual', cache: 'no-store' });
    return answer.ok && (await answer.json()).arrived;
  } catch {
    return false;
  }
}

// The newest of what pages at this address have kept and left behind.
function findLeft(writer) {
  const keys = Object.keys(localStorage).filter(key => key.startsWith(PREFIX));
  const left = keys.map(key => ({ key, ...read(key) })).filter(({ page, by, at }) => page === location.pathname && by === writer && Date.now() - at > LEFT_MS);
  return left.sort((one, other) => other.at - one.at)[0]?.key;
}

async function offerStored(form, ownKey) {
  const key = 'autosaveNew' in form.dataset && !read(ownKey) ? findLeft(form.dataset.autosaveNew) ?? ownKey : ownKey;
  const stored = read(key);
  const offer = form.querySelector('[data-draft-offer]');
  if (!stored || !offer) return;
  if (stored.values === valuesOf(form) || await hasArrived(form, stored.token)) {
    if (read(key)?.token === stored.token) localStorage.removeItem(key);
    return;
  }
  offer.hidden = false;
  offer.querySelector('[data-draft-restore]').addEventListener('click', () => {
    offer.hidden = true;
    restore(form, stored.values);
    if (key !== ownKey) localStorage.removeItem(key); // it is kept under this page's key now
  });
  offer.querySelector('[data-draft-discard]').addEventListener('click', () => { offer.hidden = true; localStorage.removeItem(key); });
}

export function autosave(form) {
  const key = `${PREFIX}${form.dataset.autosaveKey ?? form.dataset.autosave}`;
  const state = form.querySelector('[data-save-state]');
  const again = form.querySelector('[data-sign-in-again]');
  const token = form.elements.namedItem('Token');
  let keeping, posting, sending, sent = false, closed = false;

  const show = (name, detail = '') => {
    if (again) again.hidden = name !== 'signedOut';
    if (!state) return;
    state.dataset.state = name;
    state.textContent = (state.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? '').replace('{0}', detail);
  };

  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ token: token?.value ?? '', values: valuesOf(form), page: location.pathname, by: form.dataset.autosaveNew, at: Date.now() }));
    } catch {
      show('full'); // storage is full or forbidden: only the server keeps the text
    }
  };

  async function post() {
    if (sending) return schedule(POST_MS);
    sending = new AbortController();
    const values = valuesOf(form);
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: textsOf(form), redirect: 'manual', headers: { Accept: 'application/json' }, signal: sending.signal });
      if (answer.status === 409) {
        closed = true; // posting again would only meet the same conflict; saving by hand shows both texts
        return show('conflict');
      }
      if (answer.status === 401) {
        show('signedOut');
        return schedule(RETRY_MS);
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const { savedAt = '', fields = {} } = await answer.json();
      for (const control of form.elements) {
        const name = Object.keys(fields).find(key => key.toLowerCase() === control.name.toLowerCase());
        if (name) control.value = fields[name];
      }
      delete form.dataset.autosaveNew; // the server has it now, and offers it where it belongs
      if (valuesOf(form) !== values) return schedule(POST_MS);
      localStorage.removeItem(key);
      show('saved', savedAt);
      form.dispatchEvent(new CustomEvent('autosave:saved'));
    } catch {
      if (closed) return;
      show('failed');
      schedule(RETRY_MS);
    } finally {
      sending = null;
    }
  }

  function schedule(delay) {
    clearTimeout(posting);
    if (!closed) posting = setTimeout(post, delay);
  }

  offerStored(form, key);
  form.addEventListener('input', () => {
    if (sent) {
      // Typing goes on after the form was sent: it is another form now, and the server must not take it for the one it has had.
      sent = closed = false;
      if (token) token.value = newToken();
    }
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEEP_MS);
    if (!closed) show('pending');
    schedule(POST_MS);
  });
  form.addEventListener('submit', () => {
    clearTimeout(posting);
    sent = closed = true;
    sending?.abort();
    keep();
  });
  form.addEventListener('session:unreachable', () => { keep(); show('failed'); });
  again?.addEventListener('click', async () => {
    const dialog = document.querySelector('dialog[data-session]');
    try {
      if (await signInAgain(dialog)) post();
    } catch (error) {
      tellUnsent(dialog, form, error);
    }
  });
  window.addEventListener('pagehide', () => { if (state?.dataset.state === 'pending') keep(); });
}
