/** A folder that is served at an address of its own, which can be out of reach. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../serve.ts';

export interface Site {
  url: string;
  /** The folder it is served from, empty at first; what is changed there is published. */
  dist: string;
  /** No network any more. */
  stop(): Promise<void>;
  /** The network is back, at the same address. */
  start(): Promise<void>;
  /** For good. */
  end(): Promise<void>;
}

export async function newSite(): Promise<Site> {
  const dist = mkdtempSync(join(tmpdir(), 'harbour-site-'));
  let server: Server | undefined = await serve(dist, 0);
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const running = server;
    server = undefined;
    running?.closeAllConnections();
    await new Promise<void>((resolve) => (running ? running.close(() => resolve()) : resolve()));
  };
  return {
    url: `http://localhost:${port}`,
    dist,
    stop,
    async start() {
      server ??= await serve(dist, port);
    },
    async end() {
      await stop();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
