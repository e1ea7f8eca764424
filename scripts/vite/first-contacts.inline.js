/* The chosen country on top, numbers that a newer edition has changed, and Leave by more than a link (leave.inline.js). */
(() => {
  const root = document.documentElement;
  const first = document.getElementById('first');
  /* What src/device/first-numbers.ts has kept: a number that is gone is no link any more, here neither. */
  try {
    const { edition, own, links } = JSON.parse(localStorage.getItem('harbour.first') || '{}');
    const ours = Number(first.getAttribute('data-edition'));
    for (const [country, changed] of own === ours || edition > ours ? Object.entries(links) : []) {
      for (const link of first.querySelectorAll(`[data-country="${country}"] a`)) {
        const now = changed[link.getAttribute('href')];
        if (now === undefined) continue;
        if (now) {
          link.href = now[0];
          link.querySelector('strong, b').textContent = now[1];
        } else link.remove();
      }
    }
  } catch (_) {}
  const chosen = root.getAttribute('data-country');
  const here =
    chosen && [...first.querySelectorAll('section')].find((it) => it.getAttribute('data-country') === chosen);
  if (here) {
    here.className = 'here';
    root.className = 'first-frame';
    here.parentNode.prepend(here);
    window.harbourSay(first.querySelector('h1'), 'here', here.querySelector('h2').textContent);
    // Dialled here, another country's short or free number rings somebody else or nobody: no link, below the one that works.
    for (const link of first.querySelectorAll('section:not(.here):not(.any) a[data-inside]')) {
      link.removeAttribute('href');
      const where = link.closest('section').querySelector('h2').textContent;
      const verb = link.querySelector(':scope > b:last-child');
      const only = verb || document.createElement('span');
      if (!verb) link.append(', ', only);
      window.harbourSay(only, 'only', where);
      const abroad = link.nextElementSibling;
      if (abroad?.className === 'call abroad') link.before(abroad);
    }
  }
  root.removeAttribute('data-country');
  first.querySelector('.leave').addEventListener('click', (event) => {
    event.preventDefault();
    dispatchEvent(new Event('harbour:leave'));
  });
  requestAnimationFrame(() => setTimeout(() => root.classList.remove('first-frame')));
})();
