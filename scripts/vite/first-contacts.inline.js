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
  }
  root.removeAttribute('data-country');
  first.querySelector('.leave').addEventListener('click', (event) => {
    event.preventDefault();
    dispatchEvent(new Event('harbour:leave'));
  });
  requestAnimationFrame(() => setTimeout(() => root.classList.remove('first-frame')));
})();
