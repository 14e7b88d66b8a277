#!/usr/bin/env node
// The committed door to the compiled command line, so that `npx minhai` exists before the first build.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  console.error('Minhai is not built yet. Run `npm start` (does everything) or `npm ci && npm run build`.');
  process.exit(2);
}
const { main: run } = await import(main.href);
await run(process.argv);
