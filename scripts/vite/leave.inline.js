/*
 * Leave: at once nothing on the screen, then a neutral page, and no page of ours that the history brings up is seen again.
 *
 * It stands alone, first in `index.html`: it holds for the plain page and for an app that has crashed, too. The app asks
 * for it by the event `harbour:leave` and stops itself upon the same event.
 *
 * A page that the history brings up has to find out that somebody left. A frozen page that is thawed sees the storage of
 * its tab as it was when it froze (Firefox), so every tab has a number of its own, and the numbers of the tabs that were
 * left are kept where all see them as they are. Where no storage can be read, the window's name says it to pages that are
 * loaded; pages are kept from being frozen where that is possible, and one that was frozen all the same gives way.
 */
(() => {
  const AWAY = '%BASE_URL%away.html';
  /* How long the browser may take to go back within this page, and the neutral page to answer, in milliseconds. */
  const BACK_MS = 400;
  const ANSWER_MS = 3000;
  /* What is kept says nothing of us: a tab's number, the last such numbers, and the neutral page's own title. */
  const TAB = 'tab';
  const TABS = 'tabs';
  const NAME = 'Calendar';
  const root = document.documentElement;
  let leaving = false;

  const leftTabs = () => (localStorage.getItem(TABS) || '').split(' ');
  /* Whether this tab was left; `unknown` where no storage can be read. A tab that was left has an empty number. */
  const wasLeft = (unknown) => {
    try {
      const tab = sessionStorage.getItem(TAB);
      return tab === '' || leftTabs().includes(tab);
    } catch (_) {
      return unknown;
    }
  };

  /* Nothing on the screen nor in the tab, then the neutral page; an empty one where it cannot be had, never the browser's word on our site. */
  const giveWay = (ready) => {
    window.name = NAME;
    try {
      sessionStorage.clear();
      sessionStorage.setItem(TAB, '');
    } catch (_) {}
    document.title = NAME;
    document.body?.replaceChildren();
    document.head.replaceChildren(document.querySelector('title') ?? '');
    root.className = '';
    root.style.colorScheme = 'light dark';
    root.hidden = true;
    const answer = new AbortController();
    setTimeout(() => answer.abort(), ANSWER_MS);
    const there = fetch(AWAY, { signal: answer.signal }).then(
      (response) => response.ok,
      () => false,
    );
    Promise.all([there, ready]).then(([ok]) => location.replace(ok ? AWAY : 'about:blank'));
  };

  /* Goes back to the first entry of this very page, so that the neutral page cuts off all of them; others give way. */
  const firstEntry = () =>
    new Promise((done) => {
      const here = window.navigation?.currentEntry?.index ?? 0;
      const before = window.navigation?.entries().slice(0, here) ?? [];
      const steps = before.length - 1 - before.findLastIndex((entry) => !entry.sameDocument);
      if (!(steps > 0)) return done();
      // Capturing, so that nobody else hears of it.
      addEventListener('popstate', done, { capture: true, once: true });
      setTimeout(done, BACK_MS);
      history.go(-steps);
    });

  const leave = () => {
    if (leaving) return;
    leaving = true;
    try {
      const tab = sessionStorage.getItem(TAB);
      if (tab) localStorage.setItem(TABS, [...leftTabs(), tab].slice(-20).join(' '));
    } catch (_) {}
    window.stop();
    giveWay(firstEntry());
  };

  /* Opened anew, this tab is one like any other. */
  const enter = () => {
    if (leaving) return;
    if (window.name === NAME) window.name = '';
    try {
      if (!sessionStorage.getItem(TAB) || wasLeft())
        sessionStorage.setItem(TAB, Math.random().toString(36).slice(2, 12));
    } catch (_) {
      addEventListener('unload', () => undefined);
    }
  };

  const { type } = performance.getEntriesByType('navigation')[0] ?? {};
  if (/reload|back/.test(type) && (window.name === NAME || wasLeft(false))) {
    leaving = true;
    window.stop();
    giveWay();
    return;
  }

  addEventListener('harbour:leave', leave);
  addEventListener('pagehide', (event) => {
    enter();
    if (event.persisted) root.hidden = true;
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (!leaving && !wasLeft(true)) {
      root.hidden = false;
      return;
    }
    leaving = true;
    giveWay();
  });

  /* Esc three times within two seconds. Capturing: a dialog or a search box that uses Esc for itself must not swallow it. */
  let pressed = [];
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.repeat) return;
      pressed = [...pressed, event.timeStamp].filter((time) => event.timeStamp - time < 2000);
      if (pressed.length >= 3) dispatchEvent(new Event('harbour:leave'));
    },
    { capture: true },
  );

  // Asking the storage must not hold back the first frame.
  requestAnimationFrame(() => setTimeout(enter));
})();
