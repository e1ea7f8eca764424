/** Runs in the browser for `npm run bench`: what the app does with packs it has never seen before, at a given multiple of the data. */
import { verifyPack } from '../../src/dataset/verify.ts';
import { putEdition } from '../../src/directory/store.ts';

interface Entry {
  id: string;
  file: string;
  sha256: string;
  bytes: number;
}

declare global {
  interface Window {
    importPacks: (times: number) => Promise<{ verify: number; store: number }>;
  }
}

/** Checks and stores all packs `times` over; returns milliseconds for checking and for storing. */
window.importPacks = async (times) => {
  const manifest = (await (await fetch('/data/edition.json')).json()) as { packs: Entry[] };
  const texts = await Promise.all(
    manifest.packs.map(async (entry) => [entry, await (await fetch(`/data/${entry.file}`)).text()] as const),
  );
  const start = performance.now();
  const packs = new Map<string, string>();
  for (let copy = 0; copy < times; copy++) {
    for (const [entry, pack] of texts) {
      await verifyPack(entry, pack);
      packs.set(`${entry.file}-${copy}`, pack);
    }
  }
  const verified = performance.now();
  const text = JSON.stringify({ packs: [...packs.keys()].map((file) => ({ id: file, file })) });
  await putEdition('current', { published: { text, signature: '' }, packs });
  return { verify: verified - start, store: performance.now() - verified };
};
