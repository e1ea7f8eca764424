/* The chosen country on top, and a Leave that leaves nothing behind. */
(() => {
  const root = document.documentElement;
  const first = document.getElementById('first');
  const here = [...first.querySelectorAll('section')].find(
    (section) => section.dataset.country && section.dataset.country === root.dataset.country,
  );
  if (here) {
    here.className = 'here';
    here.parentNode.prepend(here);
    first.querySelector('h1').textContent = `In ${here.querySelector('h2').textContent}`;
  }
  delete root.dataset.country;
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
})();
