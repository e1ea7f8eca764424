import { stopApp } from '../../device/leave.ts';
import styles from './emptyPage.module.css';

/** Stops the app and puts a few words in its place, so that nothing goes on running and writing. */
export function showEmptyPage({ title, text, link }: { title: string; text?: string; link: string }): void {
  const heading = document.createElement('h1');
  heading.textContent = title;
  heading.tabIndex = -1;
  const words = document.createElement('p');
  words.textContent = text ?? '';
  const again = document.createElement('a');
  again.textContent = link;
  again.href = import.meta.env.BASE_URL;
  const main = document.createElement('main');
  main.className = styles.page ?? '';
  main.append(heading, ...(text ? [words] : []), again);
  stopApp();
  document.title = title;
  document.body.replaceChildren(main);
  history.replaceState(null, '', import.meta.env.BASE_URL);
  void dropEntries();
  heading.focus();
}

/** How long the browser may take to go back within this page, in milliseconds. */
const BACK_MS = 400;

/** Takes this page's entries out of what Back and Forward lead to, as far as a page can. */
async function dropEntries(): Promise<void> {
  const { navigation } = window as { navigation?: Navigation };
  const here = navigation?.currentEntry?.index ?? 0;
  const before = navigation?.entries().slice(0, here) ?? [];
  const steps = before.length - 1 - before.findLastIndex((entry) => !entry.sameDocument);
  if (steps > 0) {
    await new Promise((done) => {
      addEventListener('popstate', done, { once: true });
      setTimeout(done, BACK_MS);
      history.go(-steps);
    });
  }
  history.replaceState(null, '', import.meta.env.BASE_URL);
  // What came after the first entry goes with the next one.
  history.pushState(null, '', import.meta.env.BASE_URL);
}
