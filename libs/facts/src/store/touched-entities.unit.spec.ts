import { describe, expect, it } from '@jest/globals';
import { binaryArray } from '@minhai/postgres';
import type { FactDefinition, FactEvent } from '../core/definition.js';
import { TouchedEntities } from './touched-entities.js';

const event: FactEvent = {
  id: '01725b0c-0000-7000-8000-000000000001',
  source: 'urn:mca:310105:specs',
  type: 'specs.happened',
  subject: 's-1',
  time: 0,
  recordedTime: 5_000,
  day: '1970-01-01',
  regionId: '310105',
  sensitivity: 2,
  schemaId: 0,
  data: {},
};

const fact = (folds: FactDefinition['folds']): FactDefinition => ({
  name: 'specs.fact',
  titles: { zh: '示例', en: 'Example' },
  measures: [],
  reads: { 'specs.happened': ({ subject }) => [subject] },
  ...(folds && { folds }),
  fold: () => ({ rows: [], findings: [] }),
});

function sinceOf(folds: FactDefinition['folds'], isLinked: boolean): number {
  const touched = new TouchedEntities(new Map([[fact(folds), 1]]));
  touched.add(event);
  if (isLinked) touched.link(1, event.subject, event);
  return touched.all()[0]!.since;
}

describe('from when on an entity is derived again', () => {
  it('given an event by itself, from its registration on', () => {
    expect([sinceOf(undefined, false), sinceOf('records', false), sinceOf(undefined, true)]).toEqual([
      5_000, 5_000, 5_000,
    ]);
  });

  it('given an amended one in a history of records, from the beginning, which PostgreSQL can be told', () => {
    const since = sinceOf('records', true);
    expect(since).toBeLessThan(Date.UTC(1949, 0, 1));
    expect(() => binaryArray('timestamptz', [since])).not.toThrow();
  });
});
