/**
 * `npm start`: installs what is missing, checks the data, builds, and serves the real thing on `PORT` (4173).
 * `npm start -- --built` serves what was built before.
 */
import { ensureDependencies, freePort, run } from './setup.mjs';

const port = Number(process.env.PORT ?? 4173);
if (!(await freePort(port))) {
  console.error(`Port ${port} is taken: choose another, as in PORT=${port + 1} npm start`);
  process.exit(1);
}
await ensureDependencies();
if (!process.argv.includes('--built')) {
  console.log('Building …');
  await run('npm', ['run', '--silent', 'build']);
}
await run('node', ['--import', 'tsx', 'scripts/serve.ts']);
