/**
 * Serves the built app as a good static host would: `npx tsx scripts/serve.ts`, with `PORT` (4173) and `DIST` (dist).
 * No framework: what it does is what any host has to do.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor } from './headers.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Starts the server.
 * @param dist folder of the built app; looked into anew at each request, so that a new version can be put in its place
 * @param port 0 for any free one
 * @returns once it listens
 */
export function serve(dist: string, port: number): Promise<Server> {
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => answer(dist, compressed, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

function answer(
  dist: string,
  compressed: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = pathOf(request.url ?? '/');
  const file = path && fileAt(dist, path);
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers: Record<string, string> = {
    ...headersFor(path, extname(file) === '.html' ? [readFileSync(file, 'utf8')] : []),
    'Content-Type': type,
    ETag: etag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = /text|javascript|json|svg|xml/.test(type) ? encodingFor(request) : undefined;
  if (!encoding) {
    response.writeHead(200, { ...headers, 'Content-Length': String(size) });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
    return;
  }
  const key = `${encoding} ${file} ${etag}`;
  const body = compressed.get(key) ?? compress(readFileSync(file), encoding);
  compressed.set(key, body);
  response.writeHead(200, { ...headers, 'Content-Encoding': encoding, 'Content-Length': String(body.byteLength) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The decoded path of an address, in which nothing leads upwards any more; undefined for a malformed one. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? undefined : posix.normalize(path);
  } catch {
    return undefined;
  }
}

/** The file for a path. A path without an extension that is no file is a screen of the app. */
function fileAt(dist: string, path: string): string | undefined {
  const file = join(dist, path);
  if (existsSync(file) && statSync(file).isFile()) return file;
  const index = join(dist, 'index.html');
  return extname(path) === '' && existsSync(index) ? index : undefined;
}

function encodingFor(request: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function compress(bytes: Buffer, encoding: 'br' | 'gzip'): Buffer {
  return encoding === 'br'
    ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
    : gzipSync(bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.env.DIST ?? 'dist';
  const port = Number(process.env.PORT ?? 4173);
  if (!existsSync(join(dist, 'index.html'))) {
    console.error(`There is no build in ${dist}: run "npm run build" first.`);
    process.exit(1);
  }
  await serve(dist, port);
  console.log(`Harbour is on http://localhost:${port}`);
}
