// The side menu is open in the markup (no script, wide screens) and folded on narrow screens.
export function openMenus() {
  const side = document.querySelector('details[data-side-menu]');
  const wide = window.matchMedia('(min-width: 60em)');
  const fold = () => { if (side) side.open = wide.matches; };
  wide.addEventListener('change', fold);
  fold();

  const drops = [...document.querySelectorAll('details.menu')];
  document.addEventListener('click', event => drops.filter(drop => !drop.contains(event.target)).forEach(drop => { drop.open = false; }));
  document.addEventListener('keydown', event => {
    const open = drops.find(drop => drop.open);
    if (event.key !== 'Escape' || !open) return;
    open.open = false;
    open.querySelector('summary').focus();
  });
}
