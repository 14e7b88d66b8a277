// npm run new -- event|fact|indicator NAME: writes the folder of a new thing with a spec that fails until it is finished.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DISTRICTS = { chn: 'changning', qpu: 'qingpu' };

const camel = (name) => name.replace(/[.-]([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(name).replace(/^./, (letter) => letter.toUpperCase());

/** eldercare.visit.completed → schemas/events/eldercare/visit.completed/ */
function event(name) {
  const match = /^([a-z]+)\.((?:[a-z]+\.)*[a-z]+ed|[a-z.]+)$/.exec(name);
  if (!match)
    throw new Error('an event is named <domain>.<entity>.<pastTense>, e.g. eldercare.visit.completed');
  const [, domain, entity] = match;
  const folder = join('schemas/events', domain, entity);
  const contract = {
    type: 'record',
    namespace: `cn.gov.mca.${domain}`,
    name: pascal(entity),
    doc: `TITLE of ${name} in English`,
    zh: '中文名称',
    subject: '{key}',
    sensitivity: 2,
    retention: 'permanent',
    fields: [{ name: 'key', type: 'string', doc: 'Natural key', zh: '业务键', class: 2, check: 'key' }],
  };
  return {
    [join(folder, 'v1.avsc')]: `${JSON.stringify(contract, null, 2)}\n`,
    [join(folder, `${entity}.unit.spec.ts`)]: eventSpec(name),
  };
}

const eventSpec = (name) => `import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

// Compiled specs run from schemas/dist/events/<domain>/<name>/; the contract stands beside the source.
const folder = new URL('../../../../events/${name.split('.')[0]}/${name.split('.').slice(1).join('.')}/', import.meta.url);

describe('${name}', () => {
  it('has titles in both languages', () => {
    const { doc, zh } = JSON.parse(readFileSync(new URL('v1.avsc', folder), 'utf8'));
    expect({ doc, zh }).not.toMatchObject({ doc: expect.stringContaining('TITLE') });
    expect(zh).not.toBe('中文名称');
  });

  it('has a plain, an edge and a full sample, and one refused sample per rule', () => {
    const samples = readdirSync(new URL('samples/', folder));
    expect(samples.filter((file) => file.startsWith('valid-')).length).toBeGreaterThanOrEqual(3);
    expect(samples).toContain('refused.json');
  });
});
`;

/** eldercare.visits → services/metrics/src/facts/eldercare-visits/ */
function fact(name) {
  if (!/^[a-z]+\.[a-z-]+$/.test(name))
    throw new Error('a fact is named <domain>.<what-it-says>, e.g. eldercare.visits');
  const file = name.replace('.', '-');
  const folder = join('services/metrics/src/facts', file);
  return {
    [join(folder, `${file}.fact.ts`)]: factSource(name),
    [join(folder, `${file}.unit.spec.ts`)]: factSpec(name, file),
  };
}

const factSource = (name) => `import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';

/** Says which rows and findings the effective history of one entity gives. Pure: no clock, no arrival order. */
function fold(_history: readonly FactEvent<any>[]): FoldResult {
  return { rows: [], findings: [] };
}

export const fact: FactDefinition = {
  name: '${name}',
  titles: { zh: '中文名称', en: 'TITLE of ${name}' },
  measures: [],
  reads: {},
  fold,
};
`;

const factSpec = (name, file) => `import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './${file}.fact.js';

describe('${name}', () => {
  it('reads events and says what it measures', () => {
    expect(Object.keys(fact.reads)).not.toEqual([]);
    expect(fact.measures).not.toEqual([]);
  });

  it('given one event, when folded, then it gives a row caused by it', () => {
    const event = factEvent(Object.keys(fact.reads)[0] ?? 'none', {});
    const [entity] = fact.reads[event.type]?.(event) ?? ['none'];
    expect(givenHistory(fact, [event]).folded(entity!).rows.map(({ causes }) => causes)).toEqual([[event.id]]);
  });
});
`;

/** qpu-elder-visit-coverage → services/metrics/src/indicators/qingpu/qpu-elder-visit-coverage.indicator.ts */
function indicator(name) {
  const district = DISTRICTS[name.slice(0, 3)];
  if (!district || !/^[a-z]{3}(-[a-z0-9]+)+$/.test(name))
    throw new Error('an indicator is named chn-… or qpu-…, e.g. qpu-elder-visit-coverage');
  const file = join('services/metrics/src/indicators', district, name);
  const plan = district === 'changning' ? ['CHANGNING', 'changningPlan'] : ['QINGPU', 'qingpuPlan'];
  return {
    [`${file}.indicator.ts`]: indicatorSource(name, plan),
    [`${file}.unit.spec.ts`]: indicatorSpec(name),
  };
}

const indicatorSource = (
  name,
  [district, plan],
) => `import type { IndicatorDefinition } from '../definition.js';
import { ${district}, ${plan} } from '../plans.js';

export const indicator: IndicatorDefinition = {
  id: '${name}',
  district: ${district},
  order: 900,
  names: { zh: '中文名称', en: 'TITLE of ${name}' },
  definition: { zh: '分子与分母的定义', en: 'what is counted, and over what' },
  unit: '%',
  counts: { unit: '个', zh: '所计对象', en: 'what the numerator counts' },
  decimals: 1,
  kind: 'RATIO',
  property: 'expected',
  breakdown: null,
  numerator: [],
  denominator: [],
  factor: 100,
  base: null,
  target: null,
  source: ${plan}('章节', '原文'),
};
`;

const indicatorSpec = (name) => `import { describe, expect, it } from '@jest/globals';
import { indicator } from './${name}.indicator.js';

describe('${name}', () => {
  it('has titles, a numerator of real measures and the words of the plan', () => {
    expect(indicator.names.en).not.toContain('TITLE');
    expect(indicator.numerator).not.toEqual([]);
    expect(indicator.source).not.toMatchObject({ quote: '原文' });
  });
});
`;

const KINDS = { event, fact, indicator };
const [kind, name] = process.argv.slice(2);
try {
  if (!Object.hasOwn(KINDS, kind ?? '') || !name)
    throw new Error('usage: npm run new -- event|fact|indicator NAME');
  const files = KINDS[kind](name);
  const standing = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (standing.length > 0) throw new Error(`already there: ${standing.join(', ')}`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    console.log(`wrote ${file}`);
  }
  console.log('Make its spec pass, then: npm run generate && npm run check');
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
