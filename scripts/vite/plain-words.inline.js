/*
 * Puts the reader's language in: the chosen one, else the first of the browser's that Harbour speaks (src/i18n/languages.ts).
 * What stays English is the data's, and is marked so.
 */
(() => {
  const root = document.documentElement;
  const blocks = new Map(
    [...document.querySelectorAll('[data-words]')].map((it) => [it.getAttribute('data-words'), it]),
  );
  let chosen;
  try {
    chosen = JSON.parse(localStorage.getItem('harbour.settings') || '{}').language;
  } catch (_) {}
  const also = { no: 'nb', nn: 'nb', mo: 'ro' };
  const asked = (navigator.languages || []).map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  const language = [chosen, ...asked.map((code) => also[code] || code)].find((code) => blocks.has(code)) || 'en';
  const words = JSON.parse(blocks.get(language).textContent);
  window.harbourSay = (element, word, fill) => {
    element.textContent = words[word].replace(/\{\{\w+\}\}/, () => fill);
  };
  if (language === 'en') return;
  root.lang = language;
  for (const element of document.querySelectorAll('[data-w], [data-c]')) {
    const word = element.getAttribute('data-w');
    const country = element.getAttribute('data-c');
    const fill = country ? words.names[country] : element.getAttribute('data-v');
    if (word) window.harbourSay(element, word, fill);
    else element.textContent = fill;
  }
})();
