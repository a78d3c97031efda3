// Where style alone cannot open a fold, it is opened here if there is room.
export function unfold() {
  const isElder = document.documentElement.dataset.view === 'elder';
  if (isElder || CSS.supports('selector(::details-content)') || !matchMedia('(min-width: 56em)').matches) return;
  document.querySelectorAll('details.fold').forEach(fold => { fold.open = true; });
}
