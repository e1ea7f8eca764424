/** `npm run check:data [folder]`: says what is wrong in the curators' data; fails on an error. */
import { checkData, report } from './data/check.ts';
import { readFiles } from './data/read.ts';

const root = process.argv[2] ?? 'data';
const findings = checkData(readFiles(root), new Date());
console.log(report(findings, root));
if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
