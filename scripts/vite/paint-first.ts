/**
 * Lets the plain page of `index.html` be painted before the app's style sheet and scripts are run, and gives the page
 * its Content-Security-Policy. On a slow phone the number is on the screen in half the time.
 */
import type { Plugin } from 'vite';
import { contentSecurityPolicy, TRUSTED_TYPES } from '../headers.ts';

const SCRIPT = /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/;
const STYLE = /\s*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g;
const MODULE = /\s*<link rel="modulepreload"[^>]*href="([^"]+)"[^>]*>/g;

export function paintFirst(): Plugin {
  return {
    name: 'harbour:paint-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const script = SCRIPT.exec(html)?.[1];
        if (!script) throw new Error('index.html has no module script to put off');
        const hrefs = (links: RegExp) => [...html.matchAll(links)].map(([, href = '']) => href);
        const page = html
          .replace(SCRIPT, '')
          .replace(STYLE, '')
          .replace(MODULE, '')
          .replace('</body>', `<script>${starter(script, hrefs(STYLE), hrefs(MODULE))}</script></body>`);
        const policy = `${contentSecurityPolicy(page)}; ${TRUSTED_TYPES}`;
        return page.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
      },
    },
  };
}

/**
 * After the first frame: the style sheets, and when they are there, the app. A hidden page does not wait for a frame.
 * Nothing is asked for earlier: preloads in the head held the first frame back by half as much again.
 */
function starter(script: string, styles: readonly string[], modules: readonly string[]): string {
  const folder = script.slice(0, script.lastIndexOf('/') + 1);
  const names = (files: readonly string[]) => JSON.stringify(files.map((file) => file.replace(folder, '')).join(' '));
  return `(() => {
const names = { createScriptURL: (url) => url };
const trusted = globalThis.trustedTypes?.createPolicy('harbour-start', names) ?? names;
const add = (tag, props) => new Promise((done) => {
const element = Object.assign(document.createElement(tag), props);
element.onload = element.onerror = done;
document.head.append(element);
});
const each = (names, work) => names.split(' ').map((name) => work(${JSON.stringify(folder)} + name));
const start = () => {
const styled = each(${names(styles)}, (href) => add('link', { rel: 'stylesheet', href }));
each(${names([script, ...modules])}, (href) => add('link', { rel: 'modulepreload', crossOrigin: '', href }));
Promise.all(styled).then(() => add('script', { type: 'module', crossOrigin: '', src: trusted.createScriptURL(${JSON.stringify(script)}) }));
};
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));
})()`.replaceAll('\n', '');
}
