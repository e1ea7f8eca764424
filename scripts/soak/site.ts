/** A folder that is served at an address of its own, which can be out of reach, hang, or lie. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../serve.ts';

export interface Site {
  url: string;
  /** The folder it is served from, empty at first; what is changed there is published. */
  dist: string;
  /** The paths asked for so far. Emptied by whoever wants to count. */
  requests: string[];
  /** Answers paths that end in this in a way of its own, until the returned function is called. */
  answer(ending: string, how: RequestListener): () => void;
  /** Holds back all answers for paths that end in this, until the returned function is called. */
  hold(ending: string): () => void;
  /** No network any more. */
  stop(): Promise<void>;
  /** The network is back, at the same address. */
  start(): Promise<void>;
  /** For good. */
  end(): Promise<void>;
}

export async function newSite(): Promise<Site> {
  const dist = mkdtempSync(join(tmpdir(), 'harbour-site-'));
  const requests: string[] = [];
  const held = new Map<string, Promise<void>>();
  const faults = new Map<string, RequestListener>();
  const listen = async (port: number) => {
    const started = await serve(dist, port);
    const [answer] = started.listeners('request') as RequestListener[];
    started.removeAllListeners('request');
    started.on('request', async (request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      requests.push(path);
      await [...held].find(([ending]) => path.endsWith(ending))?.[1];
      const [, fault] = [...faults].find(([ending]) => path.endsWith(ending)) ?? [];
      (fault ?? answer)?.(request, response);
    });
    return started;
  };
  let server: Server | undefined = await listen(0);
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
    requests,
    answer(ending, how) {
      faults.set(ending, how);
      return () => void faults.delete(ending);
    },
    hold(ending) {
      let release: () => void = () => undefined;
      held.set(ending, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(ending);
        release();
      };
    },
    stop,
    async start() {
      server ??= await listen(port);
    },
    async end() {
      await stop();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
