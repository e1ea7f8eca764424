/** A published copy of the build, on a port of its own, whose network can be cut. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.ts';

export interface Site {
  url: string;
  /** The folder it is served from; what is changed there is published. */
  dist: string;
  /** No network any more. */
  stop(): Promise<void>;
  /** The network is back, at the same address. */
  start(): Promise<void>;
  /** For good. */
  remove(): Promise<void>;
}

export async function publish(): Promise<Site> {
  const dist = mkdtempSync(join(tmpdir(), 'harbour-site-'));
  // Without what was compressed at build: it would be sent in the stead of a file that a test has changed.
  cpSync(process.env.DIST ?? 'dist', dist, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  let server: Server | undefined = await serve(dist, 0);
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const running = server;
    server = undefined;
    running?.closeAllConnections();
    await new Promise<unknown>((resolve) => (running ? running.close(resolve) : resolve(undefined)));
  };
  return {
    url: `http://localhost:${port}`,
    dist,
    stop,
    async start() {
      server ??= await serve(dist, port);
    },
    async remove() {
      await stop();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
