/** A thin network in front of a local server: all connections share what goes through, and every answer takes its time. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';

export interface ThinNetwork {
  /** To be asked instead of the server's. */
  port: number;
  /** How many bytes have come through so far. */
  carried(): number;
  close(): void;
}

/** Small enough that connections take turns, in bytes. */
const SLICE = 4096;

/**
 * @param port of the server behind it
 * @param bytesPerSecond of all connections together
 * @param delay before an answer begins, in ms
 */
export async function thinNetwork(port: number, bytesPerSecond: number, delay: number): Promise<ThinNetwork> {
  let carried = 0;
  let freeAt = 0;
  const open = new Set<Socket>();
  const carry = async (server: Socket, browser: Socket) => {
    for await (const chunk of server as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE);
        freeAt = Math.max(freeAt, performance.now()) + (slice.length / bytesPerSecond) * 1000;
        await later(freeAt - performance.now());
        carried += slice.length;
        browser.write(slice);
      }
    }
    browser.end();
  };
  const network = createServer((browser) => {
    const server = connect(port, 'localhost');
    const end = () => {
      browser.destroy();
      server.destroy();
      open.delete(browser);
    };
    open.add(browser);
    browser.on('data', (asked) => setTimeout(() => server.write(asked), delay));
    browser.on('error', end).on('close', end);
    server.on('error', end);
    carry(server, browser).catch(end);
  });
  await new Promise<void>((resolve) => network.listen(0, () => resolve()));
  return {
    port: (network.address() as AddressInfo).port,
    carried: () => carried,
    close() {
      for (const browser of open) browser.destroy();
      network.close();
    },
  };
}
