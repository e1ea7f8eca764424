/* The chosen country on top, and a Leave that leaves nothing behind. */
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
    const away = event.currentTarget.href;
    try {
      sessionStorage.setItem('harbour.left', '1');
    } catch (_) {}
    document.body.textContent = '';
    document.title = 'Calendar';
    location.replace(away);
  });
  requestAnimationFrame(() =>
    setTimeout(() => {
      root.classList.remove('first-frame');
      // Opened anew after Leave: it may be reloaded again, but asking the storage must not hold back the first frame.
      try {
        sessionStorage.removeItem('harbour.left');
      } catch (_) {}
    }),
  );
})();
