// <form data-confirm="Delete this draft?"> or a button with it: asks before sending.
export function confirmFirst() {
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
}
