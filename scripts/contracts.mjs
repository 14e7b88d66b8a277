// Writes docs/openapi.json (from the built gateway) and docs/asyncapi.yaml (from gateway and metrics); --check only
// compares. AsyncAPI is validated.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser } from '@asyncapi/parser/cjs/index.js';
import { stringify } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { gatewayAsyncApi, gatewayOpenApi } = await import('../services/gateway/dist/contracts.js');
const { metricsAsyncApi } = await import('../services/metrics/dist/contracts.js');

const gateway = gatewayAsyncApi();
const metrics = metricsAsyncApi();
const asyncApi = stringify(
  {
    ...gateway,
    channels: { ...gateway.channels, ...metrics.channels },
    operations: { ...gateway.operations, ...metrics.operations },
    components: {
      ...gateway.components,
      messages: { ...gateway.components.messages, ...metrics.components.messages },
    },
  },
  { aliasDuplicateObjects: false, lineWidth: 0 },
);
const files = {
  'docs/openapi.json': `${JSON.stringify(await gatewayOpenApi(), null, 2)}\n`,
  'docs/asyncapi.yaml': asyncApi,
};

const ERROR = 0;
const { diagnostics } = await new Parser().parse(asyncApi);
const problems = diagnostics
  .filter(({ severity }) => severity === ERROR)
  .map(({ message, path }) => `docs/asyncapi.yaml: ${path.join('/')}: ${message}`);

for (const [path, text] of Object.entries(files)) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (process.argv.includes('--check')) problems.push(`${path}: out of date; run npm run generate`);
  else {
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
