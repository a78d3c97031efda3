// <form data-guard>: leaving the page with changes that are not saved asks first.
export function guardChanges(form) {
  let dirty = false;
  form.addEventListener('input', () => { dirty = true; });
  form.addEventListener('autosave:saved', () => { dirty = false; });
  form.addEventListener('submit', event => { if (!event.defaultPrevented) dirty = false; });
  window.addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
}
