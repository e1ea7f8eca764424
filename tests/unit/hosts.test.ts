/** The recipes in `deploy/` and the local server, each started for real on a small build of the same shape. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { headersFor, pagesOf } from '../../scripts/headers.ts';
import { recipe } from '../../scripts/recipes.ts';
import { serve } from '../../scripts/serve.ts';

const SCRIPT = 'assets/app-1a2b.js';
const PACK = 'data/lv.0123456789ab.json';
const FILES: Record<string, string> = {
  'index.html': '<script>a()</script><style>b{}</style><p>the app</p>',
  '404.html': '<p>nothing here</p>',
  'away.html': '<p>calendar</p>',
  'sw.js': 'worker()',
  'manifest.webmanifest': '{"name":"Harbour"}',
  'manifest.de.webmanifest': '{"name":"Harbour","lang":"de"}',
  'licences.txt': 'MIT – ISC',
  'icons/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'icons/icon.png': 'png',
  'data/edition.json': '{"edition":1}',
  'hsds/index.json': '{}',
  'hsds/services/page-1.json': '[]',
  'hsds/tabular/organizations.csv': `id,name\r\n1,Rīga ${'x'.repeat(500)}`,
  'catalog.jsonld': '{"@id":"catalog.jsonld"}',
  [SCRIPT]: `app(${'0'.repeat(500)})`,
  [PACK]: `["${'1'.repeat(500)}"]`,
};

/** The server at `path` with a configuration, listening on `port`; returns how to end it. */
function start(path: string, args: string[], folder: string): () => Promise<void> {
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('exit', (code) => code && console.error(said));
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}

const nginx = process.env.NGINX_PATH ?? '/usr/sbin/nginx';
const caddy = process.env.CADDY_PATH ?? '/usr/bin/caddy';

interface Host {
  name: string;
  /** Can it be had here? */
  here: boolean;
  /** The encoding that its recipe prefers. */
  encoding: 'br' | 'gzip';
  start(root: string, base: string, port: number): Promise<() => Promise<void>>;
}

const HOSTS: Host[] = [
  {
    name: 'the local server',
    here: true,
    encoding: 'br',
    async start(root, base, port) {
      const server = await serve(join(root, base), port, base);
      return async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      };
    },
  },
  {
    name: 'nginx',
    here: existsSync(nginx),
    encoding: 'gzip',
    async start(root, base, port) {
      const site = recipe('nginx.conf', pagesOf(join(root, base)), base)
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('root /srv/harbour;', `root ${root};`);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${root}/t;`);
      const conf = `daemon off; user ${userInfo().username}; worker_processes 1; pid ${root}/pid; error_log stderr; events {}
http { include ${join(dirname(nginx), '../../etc/nginx/mime.types')}; access_log off; ${temporary.join(' ')}\n${site} }`;
      writeFileSync(join(root, 'nginx.conf'), conf);
      return start(nginx, ['-e', 'stderr', '-c', join(root, 'nginx.conf')], root);
    },
  },
  {
    name: 'Caddy',
    here: existsSync(caddy),
    encoding: 'br',
    async start(root, base, port) {
      const site = recipe('Caddyfile', pagesOf(join(root, base)), base)
        .replace('harbour.example {', `http://:${port} {`)
        .replace('root * /srv/harbour', `root * ${root}`);
      writeFileSync(join(root, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`);
      return start(caddy, ['run', '--adapter', 'caddyfile', '--config', join(root, 'Caddyfile')], root);
    },
  },
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

for (const host of HOSTS) {
  for (const base of ['/', '/harbour/']) {
    describe.skipIf(!host.here)(`${host.name}, at ${base}`, () => {
      let root: string;
      let port: number;
      let stop: () => Promise<void>;
      let expected: Record<string, string>;

      beforeAll(async () => {
        root = mkdtempSync(join(tmpdir(), 'harbour-host-'));
        for (const [file, text] of Object.entries(FILES)) {
          const path = join(root, base, file);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, text);
          if (text.length < 100) continue;
          writeFileSync(`${path}.br`, brotliCompressSync(text));
          writeFileSync(`${path}.gz`, gzipSync(text));
        }
        const { 'Cache-Control': _, ...headers } = headersFor('/', pagesOf(join(root, base)));
        expected = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
        port = await freePort();
        stop = await host.start(root, base, port);
        await vi.waitFor(() => ask(''), { timeout: 30_000 });
      }, 60_000);

      afterAll(async () => {
        await stop();
        rmSync(root, { recursive: true, force: true });
      }, 60_000);

      function ask(path: string, method = 'GET', headers: Record<string, string> = {}) {
        return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
          const asked = request(
            { host: 'localhost', port, path: base + path, method, headers, agent: false },
            (answer) => {
              const chunks: Buffer[] = [];
              answer.on('data', (chunk) => chunks.push(chunk));
              answer.on('end', () => {
                const bytes = Buffer.concat(chunks);
                const encoding = answer.headers['content-encoding'];
                const body = encoding === 'br' ? brotliDecompressSync(bytes) : encoding ? gunzipSync(bytes) : bytes;
                resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: body.toString() });
              });
            },
          );
          asked.on('error', reject);
          asked.end();
        });
      }

      it.each([
        ['', 'index.html', /^text\/html; ?charset=utf-8/i],
        ['index.html', 'index.html', /^text\/html/],
        ['?start=emergency', 'index.html', /^text\/html/],
        ['countries/lv', 'index.html', /^text\/html/],
        ['responders/lv-marta?a=b.js', 'index.html', /^text\/html/],
        ['nothing-here', 'index.html', /^text\/html/],
        ['away.html', 'away.html', /^text\/html/],
        ['sw.js', 'sw.js', /^(text|application)\/javascript/],
        ['manifest.webmanifest', 'manifest.webmanifest', /^application\/manifest\+json/],
        ['manifest.de.webmanifest', 'manifest.de.webmanifest', /^application\/manifest\+json/],
        ['licences.txt', 'licences.txt', /^text\/plain; ?charset=utf-8/i],
        ['icons/icon.svg', 'icons/icon.svg', /^image\/svg\+xml/],
        ['icons/icon.png', 'icons/icon.png', /^image\/png/],
        ['data/edition.json', 'data/edition.json', /^application\/json/],
        ['hsds/index.json', 'hsds/index.json', /^application\/json/],
        ['hsds/services/page-1.json', 'hsds/services/page-1.json', /^application\/json/],
        ['hsds/tabular/organizations.csv', 'hsds/tabular/organizations.csv', /^text\/csv; ?charset=utf-8/i],
        ['catalog.jsonld', 'catalog.jsonld', /^application\/ld\+json/],
        [SCRIPT, SCRIPT, /^(text|application)\/javascript/],
        [PACK, PACK, /^application\/json/],
      ])('answers %s with %s', async (path, file, type) => {
        const answer = await ask(path);
        expect(answer.status).toBe(200);
        expect(answer.body).toBe(FILES[file]);
        expect(answer.headers['content-type']).toMatch(type);
        expect(answer.headers).toMatchObject(expected);
        expect(answer.headers['cache-control']).toBe(headersFor(`/${file}`, [])['Cache-Control']);
      });

      it.each([
        'assets/none.js',
        'assets/app-0000.js',
        'assets/none',
        'data/lv.000000000000.json',
        'data/none',
        'hsds/services',
        'hsds/services/none.json',
        'hsds/tabular/none.csv',
        'icons/none.png',
        'none.css',
      ])('says that %s is missing, and lets nobody keep that', async (path) => {
        const answer = await ask(path);
        expect(answer.status).toBe(404);
        expect(answer.body).toBe(FILES['404.html']);
        expect(answer.headers).toMatchObject(expected);
        expect(answer.headers['cache-control']).toBe('no-cache');
      });

      it.each([SCRIPT, PACK])('sends %s as the build compressed it', async (file) => {
        const packed = await ask(file, 'GET', { 'Accept-Encoding': 'gzip, deflate, br' });
        expect(packed.headers['content-encoding']).toBe(host.encoding);
        expect(packed.headers.vary).toMatch(/accept-encoding/i);
        expect(packed.headers['content-type']).toMatch(/javascript|json/);
        expect(packed.headers).toMatchObject(expected);
        expect(packed.headers['cache-control']).toContain('immutable');
        expect(packed.body).toBe(FILES[file]);
        expect((await ask(file)).headers['content-encoding']).toBeUndefined();
      });

      it('asked again, says that nothing has changed', async () => {
        const { etag = '' } = (await ask('sw.js')).headers;
        const again = await ask('sw.js', 'GET', { 'If-None-Match': etag });
        expect(again.status).toBe(304);
        expect(again.headers['cache-control']).toBe('no-cache');
      });

      it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
        expect((await ask('sw.js', method)).status).toBe(405);
      });
    });
  }
}
