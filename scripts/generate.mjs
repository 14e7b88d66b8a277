// Writes every *.generated.ts (and schemas/released.json) from the folders they list.
//   node scripts/generate.mjs           write what changed; exit 1 on a problem in the sources
//   node scripts/generate.mjs --check   write nothing; exit 1 on drift or on a problem in the sources
//   --root DIR                          another repository root (for specs)
// A generator is one function (root) → { files: [{ path, text }], problems: [text] }; a new one is a new row below.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateEventCatalogue } from './generate/event-catalogue.mjs';
import { generateFactCatalogue, generateIndicatorCatalogue } from './generate/metrics-catalogues.mjs';

const GENERATORS = [generateEventCatalogue, generateFactCatalogue, generateIndicatorCatalogue];

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string' } } });
const root = resolve(values.root ?? join(dirname(fileURLToPath(import.meta.url)), '..'));

const results = GENERATORS.map((generate) => generate(root));
const problems = results.flatMap((result) => result.problems);
const changed = results
  .flatMap((result) => result.files)
  .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

if (values.check) {
  problems.push(
    ...changed.map(({ path }) => `${relative(root, path)}: out of date; run \`npm run generate\``),
  );
} else {
  for (const { path, text } of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${relative(root, path)}`);
  }
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
