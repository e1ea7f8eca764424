/* Before the first paint: the chosen theme and text size, the chosen country on top, and a Leave that leaves nothing behind. */
(() => {
  const root = document.documentElement;
  try {
    const settings = JSON.parse(localStorage.getItem('harbour.settings') || '{}');
    if (settings.theme && settings.theme !== 'system') root.dataset.theme = settings.theme;
    if (settings.textScale) root.style.setProperty('--text-scale', settings.textScale);
    const here = document.querySelector(
      `#first section[data-country="${String(settings.country).replace(/\W/g, '')}"]`,
    );
    if (here) {
      here.className = 'here';
      here.parentNode.prepend(here);
      document.querySelector('#first h1').textContent = `In ${here.querySelector('h2').textContent}`;
    }
  } catch (_) {}
  document.querySelector('#first .leave').addEventListener('click', (event) => {
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
