/**
 * For what takes its own row away when it is pressed: the row beside it takes the focus, or the screen's heading after the
 * last one. Else the focus falls on the whole page, and whoever goes by ear is back at its top with nothing said.
 */
export function leaveRow({ currentTarget }: { currentTarget: Element }): void {
  const row = currentTarget.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const next = beside?.querySelector<HTMLElement>('a, button') ?? document.querySelector<HTMLElement>('#content h1');
  next?.focus();
}
