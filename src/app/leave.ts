/** Leave: at once something neutral on the screen, and no way back to Harbour through the browser's history. */

/** Replaces what is on the screen, then goes to the neutral page. */
export function leave(): void {
  document.documentElement.classList.remove('app-runs');
  document.body.replaceChildren();
  document.title = '';
  location.replace(`${import.meta.env.BASE_URL}away.html`);
}

/** Esc three times within two seconds leaves, as on public-sector sites. Returns what takes the listener off again. */
export function leaveOnThreeEscapes(): () => void {
  let pressed: number[] = [];
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    pressed = [...pressed, event.timeStamp].filter((time) => event.timeStamp - time < 2000);
    if (pressed.length >= 3) leave();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
