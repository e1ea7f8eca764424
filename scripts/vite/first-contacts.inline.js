/* The chosen country on top, and Leave by more than a link (leave.inline.js). */
(() => {
  const root = document.documentElement;
  const first = document.getElementById('first');
  const chosen = root.getAttribute('data-country');
  const here =
    chosen && [...first.querySelectorAll('section')].find((it) => it.getAttribute('data-country') === chosen);
  if (here) {
    here.className = 'here';
    root.className = 'first-frame';
    here.parentNode.prepend(here);
    first.querySelector('h1').textContent = `In ${here.querySelector('h2').textContent}`;
    // Dialled here, another country's short or free number rings somebody else or nobody: no link, below the one that works.
    for (const link of first.querySelectorAll('section:not(.here):not(.any) a[data-inside]')) {
      link.removeAttribute('href');
      const where = link.closest('section').querySelector('h2').textContent;
      const verb = link.querySelector(':scope > b:last-child');
      if (verb) verb.textContent = `only in ${where}`;
      else link.append(`, only in ${where}`);
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
