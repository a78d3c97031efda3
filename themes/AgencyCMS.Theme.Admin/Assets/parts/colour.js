// <input data-colour data-colour-label="words">: a colour can also be picked. The text stays what is sent, so that it can be empty.
export function pickColour(input) {
  const picker = document.createElement('input');
  picker.type = 'color';
  picker.className = 'colour-picker';
  picker.setAttribute('aria-label', input.dataset.colourLabel);
  const follow = () => { if (/^#[0-9a-f]{6}$/i.test(input.value)) picker.value = input.value; };
  picker.addEventListener('input', () => {
    input.value = picker.value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  input.addEventListener('input', follow);
  input.after(picker);
  follow();
}
