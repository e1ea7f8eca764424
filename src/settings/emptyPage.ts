import { stopApp } from '../device/leave.ts';
import styles from './emptyPage.module.css';

/** Stops the app and puts a few words in its place, so that nothing goes on running and writing. */
export function showEmptyPage({ title, text, link }: { title: string; text: string; link: string }): void {
  const heading = document.createElement('h1');
  heading.textContent = title;
  heading.tabIndex = -1;
  const words = document.createElement('p');
  words.textContent = text;
  const again = document.createElement('a');
  again.textContent = link;
  again.href = import.meta.env.BASE_URL;
  const main = document.createElement('main');
  main.className = styles.page ?? '';
  main.append(heading, words, again);
  stopApp();
  document.title = title;
  document.body.replaceChildren(main);
  history.replaceState(null, '', import.meta.env.BASE_URL);
  heading.focus();
}
