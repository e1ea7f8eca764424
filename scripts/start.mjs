/** `npm start`: installs what is missing, checks the data, builds, and serves the real thing. */
import { ensureDependencies, run } from './setup.mjs';

ensureDependencies();
console.log('Building …');
run('npm', ['run', '--silent', 'build']);
run('npx', ['tsx', 'scripts/serve.ts']);
