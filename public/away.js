/* A month's calendar. */
(() => {
  // One entry on top of this page cuts off whatever lay ahead in the history.
  if (history.state === null) history.pushState('calendar', '');

  // However one came here, this tab keeps nothing but that it was left.
  try {
    for (const key of Object.keys(sessionStorage)) if (key !== 'tab') sessionStorage.removeItem(key);
  } catch (_) {
    // Then it keeps nothing.
  }

  /* Some browsers name a language that is none. */
  const language = (() => {
    try {
      return Intl.getCanonicalLocales(navigator.language)[0] || 'en';
    } catch (_) {
      return 'en';
    }
  })();
  const today = new Date();
  let shown = new Date(today.getFullYear(), today.getMonth(), 1);

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const button = (text, label, press) => {
    const element = make('button', { type: 'button', textContent: text, onclick: press });
    if (label) element.setAttribute('aria-label', label);
    return element;
  };
  const weekday = (day) =>
    // 2024-01-01 was a Monday.
    new Date(2024, 0, day).toLocaleDateString(language, { weekday: 'short' });

  const month = make('h1', { id: 'month' });
  const days = make('tbody', {});
  const table = make(
    'table',
    {},
    make(
      'thead',
      {},
      make('tr', {}, ...[1, 2, 3, 4, 5, 6, 7].map((day) => make('th', { scope: 'col', textContent: weekday(day) }))),
    ),
    days,
  );
  table.setAttribute('aria-labelledby', 'month');

  const draw = () => {
    month.textContent = shown.toLocaleDateString(language, { month: 'long', year: 'numeric' });
    const blanks = (shown.getDay() + 6) % 7;
    const length = new Date(shown.getFullYear(), shown.getMonth() + 1, 0).getDate();
    const rows = [];
    for (let start = 1 - blanks; start <= length; start += 7) {
      const row = make('tr', {});
      for (let day = start; day < start + 7; day++) {
        const cell = make('td', { textContent: day >= 1 && day <= length ? String(day) : '' });
        if (new Date(shown.getFullYear(), shown.getMonth(), day).toDateString() === today.toDateString()) {
          cell.className = 'now';
          cell.setAttribute('aria-current', 'date');
        }
        row.append(cell);
      }
      rows.push(row);
    }
    days.replaceChildren(...rows);
  };
  const turn = (months) => {
    const from = months === 0 ? today : shown;
    shown = new Date(from.getFullYear(), from.getMonth() + months, 1);
    draw();
  };

  draw();
  const buttons = make('p', { className: 'turn' });
  buttons.append(
    button('‹', 'Previous month', () => turn(-1)),
    button('Today', '', () => turn(0)),
    button('›', 'Next month', () => turn(1)),
  );
  document.querySelector('main').replaceChildren(month, buttons, table);

  // The way back in for who knows it, since a window without an address bar has no other: the month, pressed five times.
  let presses = [];
  month.addEventListener('click', (event) => {
    presses = presses.concat(event.timeStamp).filter((time) => event.timeStamp - time < 3000);
    if (presses.length >= 5) location.replace('./');
  });
})();
