import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const SCHEMAS = fileURLToPath(new URL('../', import.meta.url));
const GENERATOR = fileURLToPath(new URL('../../scripts/generate.mjs', import.meta.url));
const BEDS = 'schemas/events/eldercare/bed.changed';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'minhai-generate-'));
  cpSync(SCHEMAS, join(root, 'schemas'), {
    recursive: true,
    filter: (path) => !/schemas\/(dist|node_modules|divisions)/.test(path.replaceAll('\\', '/')),
  });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function generate(...options: string[]): { status: number | null; errors: string } {
  const { status, stderr } = spawnSync(process.execPath, [GENERATOR, '--root', root, ...options], {
    encoding: 'utf8',
  });
  return { status, errors: stderr };
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const edit = (path: string, from: string, to: string) =>
  writeFileSync(join(root, path), read(path).replace(from, to));

/** A folder of its own, not yet released: bed changes under another name. */
function addEventType(): string {
  const folder = 'schemas/events/eldercare/chair.changed';
  cpSync(join(root, BEDS), join(root, folder), { recursive: true });
  return folder;
}

describe('the generator', () => {
  it('finds nothing to do in the repository as it is', () => {
    expect(generate('--check')).toEqual({ status: 0, errors: '' });
  });

  it('given a new folder, then one run lists it, types it and freezes it, and nothing else was edited', () => {
    addEventType();
    expect(generate('--check').errors).toContain('catalogue.generated.ts: out of date');
    expect(generate().status).toBe(0);
    expect(generate('--check')).toEqual({ status: 0, errors: '' });
    expect(read('schemas/catalogue.generated.ts')).toContain("type: 'cn.gov.mca.eldercare.chair.changed'");
    expect(read('schemas/payloads.generated.ts')).toContain('export interface EldercareChairChanged');
    expect(read('schemas/released.json')).toContain('cn.gov.mca.eldercare.chair.changed:1');
  });

  it('given a released schema that changed, then it fails and keeps the frozen hash', () => {
    const frozen = read('schemas/released.json');
    edit(`${BEDS}/v1.avsc`, '"sensitivity": 1', '"sensitivity": 2');
    const { status, errors } = generate('--check');
    expect(status).toBe(1);
    expect(errors).toContain('bed.changed:1: released and frozen; add v2.avsc');
    expect(generate().status).toBe(1);
    expect(read('schemas/released.json')).toBe(frozen);
  });

  it('given a released schema whose layout changed, then it passes', () => {
    writeFileSync(join(root, BEDS, 'v1.avsc'), JSON.stringify(JSON.parse(read(`${BEDS}/v1.avsc`))));
    expect(generate('--check').status).toBe(0);
  });

  it.each([
    ['a field without class', '"class": 1,', '', 'has no class'],
    ['a field without Chinese title', '"zh": "机构编号",', '', 'has no zh'],
    ['a field without English title', '"doc": "Institution",', '', 'has no doc'],
    ['a subject of an unknown field', '{bedType}', '{colour}', 'subject names unknown field colour'],
    [
      'a subject of an optional field',
      '{bedType}',
      '{transferId}',
      'subject names optional field transferId',
    ],
    [
      'an unknown code list',
      '"codelist": "bed-type"',
      '"codelist": "chair-type"',
      'unknown code list chair-type',
    ],
    ['an unknown check', '"check": "key"', '"check": "clef"', 'unknown check clef'],
    ['a float', '"type": "int"', '"type": "double"', 'type "double" is not used in contracts'],
  ])('given %s, then it fails', (_, from, to, message) => {
    const folder = addEventType();
    edit(`${folder}/v1.avsc`, from, to);
    const { status, errors } = generate('--check');
    expect(status).toBe(1);
    expect(errors).toContain(message);
    expect(generate().status).toBe(1);
    expect(read('schemas/released.json')).not.toContain('chair');
  });

  it('given a folder without samples, then it fails', () => {
    rmSync(join(root, addEventType(), 'samples'), { recursive: true });
    expect(generate('--check').errors).toContain('chair.changed/samples: needs 3 valid-*.json');
  });

  it('lists facts and indicators of the metrics service in a stable order', () => {
    const metrics = join(root, 'services/metrics/src');
    const files = [
      'facts/beds/beds.fact.ts',
      'facts/area/area.fact.ts',
      'indicators/qingpu/qpu-1.indicator.ts',
    ];
    for (const file of files) {
      mkdirSync(join(metrics, file, '..'), { recursive: true });
      writeFileSync(join(metrics, file), '');
    }
    expect(generate().status).toBe(0);
    const facts = read('services/metrics/src/facts/catalogue.generated.ts');
    expect(facts).toMatch(/from '\.\/area\/area\.fact\.js';\nimport .* from '\.\/beds\/beds\.fact\.js';/);
    expect(existsSync(join(metrics, 'indicators/catalogue.generated.ts'))).toBe(true);
  });
});
