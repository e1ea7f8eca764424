/*
 * Before anything is drawn or named. After Leave, a page of ours that the history brings up gives way; else the chosen
 * theme and text size, and no numbers until those of the chosen country stand first (first-contacts.inline.js).
 */
(() => {
  const root = document.documentElement;
  try {
    if (sessionStorage.getItem('harbour.left')) {
      const entry = performance.getEntriesByType('navigation')[0];
      if (entry?.type !== 'navigate') {
        root.hidden = true;
        window.stop();
        location.replace('%BASE_URL%away.html');
        return;
      }
      sessionStorage.removeItem('harbour.left');
    }
    const settings = JSON.parse(localStorage.getItem('harbour.settings') || '{}');
    if (settings.theme && settings.theme !== 'system') root.dataset.theme = settings.theme;
    if (settings.textScale) root.style.setProperty('--text-scale', settings.textScale);
    if (settings.country) root.dataset.country = settings.country;
  } catch (_) {}
})();
