/* A month's calendar. */
(() => {
  // One entry on top of this page cuts off whatever lay ahead in the history.
  if (history.state === null) history.pushState('calendar', '');

  const language = navigator.language || 'en';
  const today = new Date();
  const heading = document.getElementById('month');
  const days = document.getElementById('days');
  let shown = new Date(today.getFullYear(), today.getMonth(), 1);

  for (let day = 1; day <= 7; day++) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    // 2024-01-01 was a Monday.
    cell.textContent = new Date(2024, 0, day).toLocaleDateString(language, { weekday: 'short' });
    document.getElementById('weekdays').append(cell);
  }

  const draw = () => {
    heading.textContent = shown.toLocaleDateString(language, { month: 'long', year: 'numeric' });
    const blanks = (shown.getDay() + 6) % 7;
    const length = new Date(shown.getFullYear(), shown.getMonth() + 1, 0).getDate();
    const rows = [];
    for (let start = 1 - blanks; start <= length; start += 7) {
      const row = document.createElement('tr');
      for (let day = start; day < start + 7; day++) {
        const cell = document.createElement('td');
        if (day >= 1 && day <= length) cell.textContent = String(day);
        const date = new Date(shown.getFullYear(), shown.getMonth(), day);
        if (day >= 1 && day <= length && date.toDateString() === today.toDateString()) {
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
    shown =
      months === 0
        ? new Date(today.getFullYear(), today.getMonth(), 1)
        : new Date(shown.getFullYear(), shown.getMonth() + months, 1);
    draw();
  };
  document.getElementById('before').addEventListener('click', () => turn(-1));
  document.getElementById('today').addEventListener('click', () => turn(0));
  document.getElementById('after').addEventListener('click', () => turn(1));
  draw();

  // The way back in for who knows it, since a window without an address bar has no other: the month, pressed five times.
  let presses = [];
  heading.addEventListener('click', (event) => {
    presses = presses.concat(event.timeStamp).filter((time) => event.timeStamp - time < 3000);
    if (presses.length >= 5) location.replace('./');
  });
})();
