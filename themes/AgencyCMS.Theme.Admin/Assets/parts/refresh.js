// <section data-refresh>: is fetched anew every two seconds while the page that the server sends still has it so; then the
// whole page is shown anew. Without script, a link on the page does the same.
const WAIT_MS = 2000;

export function refresh(section) {
  const place = [...document.querySelectorAll('[data-refresh]')].indexOf(section);

  async function look() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = answer.ok && !answer.redirected ? page.querySelectorAll('[data-refresh]')[place] : null;
      if (!fresh) return location.reload();
      section.replaceChildren(...fresh.childNodes);
    } catch {
      // the server is out of reach for a moment; the next look may find it
    }
    setTimeout(look, WAIT_MS);
  }

  setTimeout(look, WAIT_MS);
}
