/* Before the first paint: the chosen theme and text size, and the chosen country on top. */
(() => {
  try {
    var settings = JSON.parse(localStorage.getItem('harbour.settings') || '{}');
    var root = document.documentElement;
    if (settings.theme && settings.theme !== 'system') root.dataset.theme = settings.theme;
    if (settings.textScale) root.style.setProperty('--text-scale', settings.textScale);
    var here = document.querySelector(
      '#first section[data-country="' + String(settings.country).replace(/\W/g, '') + '"]',
    );
    if (here) document.querySelector('#first h1').after(here);
  } catch (_) {}
})();
