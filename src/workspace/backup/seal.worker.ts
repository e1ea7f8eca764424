/** The worker that seals and opens: it takes one job, says how far it is, answers, and is ended by whoever started it. */
import { checkSealed, type OnProgress, type SealError, seal, unseal } from './seal.ts';
import type { Answer, Job } from './sealing.ts';

const page = globalThis as unknown as { postMessage(answer: Answer): void };

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  let told = 0;
  const onProgress = (done: number) => {
    const percent = Math.floor(done * 100);
    if (percent > told) page.postMessage({ percent });
    told = Math.max(told, percent);
  };
  done(data, onProgress).then(
    (text) => page.postMessage({ text }),
    (error: SealError) => page.postMessage({ fault: error.fault ?? 'no-memory', detail: String(error.cause ?? error) }),
  );
});

async function done(job: Job, onProgress: OnProgress): Promise<string> {
  switch (job.what) {
    case 'look':
      checkSealed(job.file);
      return '';
    case 'seal':
      return seal(job.text, job.passphrase, onProgress);
    case 'unseal':
      return unseal(job.file, job.passphrase, onProgress);
  }
}
