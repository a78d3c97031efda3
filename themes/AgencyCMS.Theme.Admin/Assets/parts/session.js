// <dialog data-session="URL" data-sign-in="URL">: before any form of the page is posted, the URL is asked whether the session still holds. When it
// does not, the forms of signing in are shown in the dialog, one after the other, until one leads on; then the form is posted as if nothing had
// happened, with everything typed and every file chosen. The answer is JSON: { "signedIn": true, "user": "…", "formToken": "…" }.
// What one person wrote is not sent in the name of another who has signed in meanwhile.
const tokens = 'input[name="__RequestVerificationToken"]';

// The site has another address now, or is gone.
const moved = new Error('moved');

// Somebody else has signed in.
const other = new Error('other');

const take = (dialog, state) => {
  if (state.signedIn && state.user !== dialog.dataset.user) throw other;
  // Tokens belong to the session; those on the page are the old one's.
  if (state.formToken) document.querySelectorAll(tokens).forEach(input => { input.value = state.formToken; });
  return state.signedIn;
};

async function show(dialog, answer) {
  if (answer.headers.get('Content-Type')?.includes('json')) return take(dialog, await answer.json());
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const form = page.querySelector('main form');
  if (!form) throw new Error(String(answer.status));
  dialog.querySelector('[data-session-form]').replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  form.querySelector('input:not([type="hidden"])')?.focus();
  return false;
}

/** Shows the dialog. Resolves to true when somebody has signed in, to false when the dialog was closed. */
export async function signInAgain(dialog) {
  const address = `${dialog.dataset.signIn}?returnUrl=${encodeURIComponent(dialog.dataset.session)}`;
  if (await show(dialog, await fetch(address, { cache: 'no-store' }))) return true;
  return new Promise((resolve, reject) => {
    const send = async event => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const form = event.target;
      try {
        const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
        if (await show(dialog, answer)) end(true);
      } catch (error) {
        // The dialog stays open: it says what is the matter.
        stop();
        reject(error);
      }
    };
    const stop = () => {
      dialog.removeEventListener('submit', send);
      dialog.removeEventListener('close', close);
    };
    const end = done => {
      stop();
      if (dialog.open) dialog.close();
      resolve(done);
    };
    const close = () => end(false);
    dialog.addEventListener('submit', send);
    dialog.addEventListener('close', close);
  });
}

// Asked without letting go: the form must go out in the same turn in which it was sent, as it would without this script.
function holds(dialog) {
  const request = new XMLHttpRequest();
  request.open('GET', dialog.dataset.session, false);
  request.send();
  if (request.status === 404) throw moved;
  const state = JSON.parse(request.responseText);
  if (state.signedIn && state.user !== dialog.dataset.user) throw other;
  return state.signedIn;
}

/** Says in the dialog why nothing was sent. A page that stays keeps what was typed; the browser's own page of errors would not. */
export function tellUnsent(dialog, form, error) {
  form.dispatchEvent(new CustomEvent('session:unreachable'));
  dialog.querySelector('[data-session-form]').textContent = error === moved ? dialog.dataset.textMoved : error === other ? dialog.dataset.textOther : dialog.dataset.textUnreachable;
  dialog.querySelector('h2').textContent = dialog.dataset.headingUnsent;
  dialog.querySelector('[data-session-hint]').hidden = true;
  if (!dialog.open) dialog.showModal();
}

export function guardSession(dialog) {
  let sure = null;
  dialog.querySelector('[data-session-close]').addEventListener('click', () => dialog.close());

  const heading = dialog.querySelector('h2');
  const hint = dialog.querySelector('[data-session-hint]');
  const usual = heading.textContent;
  dialog.addEventListener('close', () => { heading.textContent = usual; hint.hidden = false; });

  document.addEventListener('submit', event => {
    const { target: form, submitter } = event;
    if (form.method !== 'post' || dialog.contains(form) || 'sessionFree' in form.dataset) return;
    try {
      if (sure === form || holds(dialog)) {
        sure = null;
        return;
      }
      signInAgain(dialog).then(done => {
        if (!done) return;
        sure = form;
        form.requestSubmit(submitter);
      }, error => tellUnsent(dialog, form, error));
    } catch (error) {
      tellUnsent(dialog, form, error);
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}
