/*
 * Before anything is drawn or named: the chosen theme and text size, and no numbers until those of the chosen country
 * stand first (first-contacts.inline.js).
 * It stands between a cold start and the first frame: storage is read only where the answer is needed by then.
 */
(() => {
  const root = document.documentElement;
  try {
    const settings = JSON.parse(localStorage.getItem('harbour.settings') || '{}');
    if (settings.theme && settings.theme !== 'system') root.setAttribute('data-theme', settings.theme);
    if (settings.textScale) root.style.setProperty('--text-scale', settings.textScale);
    if (settings.country) {
      root.setAttribute('data-country', settings.country);
      // No frame before they stand so (first-contacts.ts): it would cost as much as the one with the numbers, and show none.
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'expect', href: '#numbers-stand', blocking: 'render' }),
      );
    }
  } catch (_) {}
})();
