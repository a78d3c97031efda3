// Buttons that only work with script are hidden in the markup and shown here: <button hidden data-print>.
function readAloud(button) {
  const speech = window.speechSynthesis;
  const stop = () => { speech.cancel(); button.setAttribute('aria-pressed', 'false'); };
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-pressed') === 'true') return stop();
    const text = new SpeechSynthesisUtterance(document.querySelector(button.dataset.readAloud).innerText);
    text.lang = document.documentElement.lang;
    text.addEventListener('end', stop);
    speech.speak(text);
    button.setAttribute('aria-pressed', 'true');
  });
  window.addEventListener('pagehide', stop);
}

export function pressButtons() {
  document.querySelectorAll('button[data-print]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
  if (!('speechSynthesis' in window)) return;
  document.querySelectorAll('button[data-read-aloud]').forEach(button => {
    button.hidden = false;
    readAloud(button);
  });
}
