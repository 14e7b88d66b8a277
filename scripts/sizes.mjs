// Prints the percentiles of file length, so that drift is seen; the hard limits are lint's.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const tracked = spawnSync('git', ['ls-files', '*.ts', '*.mjs'], { cwd: root, encoding: 'utf8' }).stdout.split(
  '\n',
);
const sources = tracked.filter((file) => file && !file.includes('.generated.') && !file.includes('.spec.'));
const lines = sources
  .map((file) => readFileSync(join(root, file), 'utf8').split('\n').length)
  .sort((a, b) => a - b);
const at = (share) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))];
console.log(`source files ${lines.length}: lines p50 ${at(0.5)}, p90 ${at(0.9)}, max ${lines.at(-1)}`);
