/* After Leave, a page of ours that the history brings up gives way before anything is drawn or named. */
(() => {
  try {
    if (!sessionStorage.getItem('harbour.left')) return;
    const entry = performance.getEntriesByType('navigation')[0];
    if (entry && entry.type === 'navigate') {
      sessionStorage.removeItem('harbour.left');
      return;
    }
    document.documentElement.hidden = true;
    window.stop();
    location.replace('%BASE_URL%away.html');
  } catch (_) {}
})();
