// A form is sent once: a second press while the first is on its way is ignored.
export function submitOnce() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    event.submitter?.setAttribute('aria-disabled', 'true');
  });
  // A page that comes back from the browser's memory may be sent again.
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent);
    document.querySelectorAll('form [aria-disabled]').forEach(button => button.removeAttribute('aria-disabled'));
  });
}
