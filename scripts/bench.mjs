/** `npm run bench`: installs what is missing, builds, and measures what Harbour costs. */
import { ensureChromium, ensureDependencies, run } from './setup.mjs';

ensureDependencies();
const chromium = ensureChromium();
run('npm', ['run', '--silent', 'build']);
run('npx', ['tsx', 'scripts/bench/bench.ts'], { env: { ...process.env, CHROMIUM_PATH: chromium } });
run('npx', ['tsx', 'scripts/bench/plan.ts']);
