/** What the service worker answers. A page that is opened always gets a page: the network's failure is never the answer. */
import plainPage from '#build/plain-page.json';
import { fetched, isHashed, isListed, stored, storedAnywhere } from './version.ts';

declare const self: ServiceWorkerGlobalScope;

const INDEX = 'index.html';
/** What stands in every `index.html` of ours. */
const OURS = '<main id="first"';
/** The neutral page after Leave. */
const AWAY = 'away.html';
/** What the pages in the worker may do: all of them is written at build, and nothing is put into it. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** How long storage or network may take before a page is answered in another way, in milliseconds. */
const PATIENCE_MS = 4000;
/** Paths that are no screens of the app: the host answers them. */
const NO_SCREEN = /\.[a-z0-9]+$|^hsds\//;

/** The answer to a request below the scope; undefined for what is none of ours. */
export function answer(request: Request): Promise<Response> | undefined {
  const { pathname } = new URL(request.url);
  const path = pathname.slice(new URL(self.registration.scope).pathname.length);
  // Leave asks for it before it goes there.
  if (path === AWAY) return page(AWAY, fetched, neutral);
  if (request.mode === 'navigate') {
    if (path === INDEX || !NO_SCREEN.test(path)) return page(INDEX, published, plain);
  }
  if (isListed(path)) return file(path, request);
  // A page of the version before may still ask for its parts.
  if (isHashed(path)) return foreign(path, request);
  return undefined;
}

/** This version's page; else any version's; else the network's; else the one in the worker. */
async function page(
  path: string,
  fromNetwork: (path: string) => Promise<Response>,
  inTheEnd: () => Response,
): Promise<Response> {
  for (const from of [stored, storedAnywhere, fromNetwork]) {
    const found = await inTime(from(path));
    if (found) return found;
  }
  return inTheEnd();
}

/** The page of whatever version is published now, and not what a portal or a broken host puts in its place. */
async function published(path: string): Promise<Response> {
  const response = await fetch(self.registration.scope + path, { cache: 'no-cache' });
  const text = await response.text();
  if (!response.ok || !text.includes(OURS)) throw new Error(`HTTP ${response.status}, and not a page of ours`);
  return html(text);
}

async function file(path: string, request: Request): Promise<Response> {
  return (
    (await inTime(stored(path))) ?? fetched(path).catch(async () => (await storedAnywhere(path)) ?? fetch(request))
  );
}

async function foreign(path: string, request: Request): Promise<Response> {
  return (await inTime(storedAnywhere(path))) ?? fetch(request);
}

/** What comes in time and without a fault. */
async function inTime(response: Promise<Response | undefined>): Promise<Response | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  try {
    return await Promise.race([response, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The fourteen countries' numbers, which the worker carries in itself. */
function plain(): Response {
  return html(plainPage.html.replaceAll('%BASE_URL%', new URL(self.registration.scope).pathname), {
    'Content-Security-Policy': POLICY,
  });
}

/** Nothing that anybody could ask about. */
function neutral(): Response {
  return html('<!doctype html><html lang="en"><meta charset="utf-8"><title>Calendar</title>');
}

function html(text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });
}
