/** `npm run bench`: installs what is missing, builds, and measures what Harbour costs. */
import { ensureChromium, ensureDependencies, run } from './setup.mjs';

await ensureDependencies();
const chromium = ensureChromium();
await run('npm', ['run', '--silent', 'build']);
await run('npx', ['tsx', 'scripts/bench/bench.ts'], { env: { ...process.env, CHROMIUM_PATH: chromium } });
await run('npx', ['tsx', 'scripts/bench/plan.ts']);
