// Builds all packages, or the folders named as arguments: drops compiled files whose source is gone, then runs tsc -b.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workspacePackages } from './boundaries.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A spec that was deleted must not go on running from dist. */
function dropOrphans(folder) {
  const dist = join(root, folder, 'dist');
  if (!existsSync(dist)) return;
  const source = ['schemas', 'test'].includes(folder) ? join(root, folder) : join(root, folder, 'src');
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const compiled = join(entry.parentPath, entry.name);
    const origin = join(source, relative(dist, compiled)).replace(/\.js$/, '.ts');
    if (existsSync(origin)) continue;
    for (const extension of ['.js', '.js.map', '.d.ts', '.d.ts.map'])
      rmSync(compiled.replace(/\.js$/, extension), { force: true });
  }
}

for (const { folder } of workspacePackages(root)) dropOrphans(folder);
const targets = process.argv.slice(2);
const result = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...(targets.length > 0 ? targets : ['.'])],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(result.status ?? 1);
