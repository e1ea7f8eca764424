/**
 * Serves the built app as the recipes in `deploy/` have it served: `npx tsx scripts/serve.ts`, with `PORT` (4173),
 * `DIST` (dist) and `BASE` (/) for a build that is to live below a path.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { cacheControl, FOLDERS_OF_FILES, headersFor, pagesOf } from './headers.ts';

/**
 * Starts the server.
 * @param dist folder of the built app; looked into anew at each request, so that a new version can be put in its place.
 *   A file's `.br` and `.gz` are sent in its stead: who changes a file there takes them away.
 * @param port 0 for any free one
 * @param base path that the app lives below, beginning and ending with `/`
 * @returns once it listens; rejected with the code `EADDRINUSE` when the port is taken
 */
export function serve(dist: string, port: number, base = '/'): Promise<Server> {
  const files = sirv(dist, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    single: true,
    ignores: FOLDERS_OF_FILES.map((folder) => `^/${folder}/`),
    // Called only for what is there: an answer that something is missing is never kept for a year.
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', cacheControl(path));
      // sirv names the charset of HTML only; notices and tables have names with accents in them.
      if (path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      if (path.endsWith('.csv')) response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    },
  });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (`${path}/` === base) {
      response.writeHead(308, { Location: base }).end();
      return;
    }
    for (const [name, value] of Object.entries(headersFor('/', pagesOf(dist)))) response.setHeader(name, value);
    if (!path.startsWith(base)) notFound(dist, response);
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else {
      request.url = path.slice(base.length - 1);
      files(request as IncomingMessage & { url: string }, response, () => notFound(dist, response));
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

function notFound(dist: string, response: ServerResponse): void {
  const page = join(dist, '404.html');
  if (existsSync(page)) {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(page));
  } else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.env.DIST ?? 'dist';
  const port = Number(process.env.PORT ?? 4173);
  const base = process.env.BASE ?? '/';
  if (!existsSync(join(dist, 'index.html'))) {
    console.error(`There is no build in ${dist}: run "npm run build" first.`);
    process.exit(1);
  }
  try {
    await serve(dist, port, base);
    console.log(`Harbour is on http://localhost:${port}${base}`);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken: choose another with PORT.` : String(error));
    process.exit(1);
  }
}
