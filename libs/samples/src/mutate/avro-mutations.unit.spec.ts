import { describe, expect, it } from '@jest/globals';
import { isCode } from '@minhai/errors';
import {
  judge,
  loadCatalogue,
  readHttpEvent,
  readKafkaEvent,
  toKafkaRecord,
  type KafkaRecord,
} from '@minhai/events';
import { avroMutations, generateEvents, seededRandom } from '../index.js';

const catalogue = loadCatalogue();
const NOW = Date.parse('2026-03-04T11:22:33+08:00');

function recordsOf(type: string, count: number): KafkaRecord[] {
  return generateEvents(type, { random: seededRandom(type), now: NOW, count }).map((event) => {
    const read = readHttpEvent(JSON.stringify(event), catalogue);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return toKafkaRecord(read.value, catalogue);
  });
}

describe.each(catalogue.all().map(({ type }) => ({ type })))('Avro mutations of $type', ({ type }) => {
  it('are refused with codes of the closed list, but for what may pass', () => {
    const random = seededRandom(type);
    const taken: string[] = [];
    for (const record of recordsOf(type, 3))
      for (const { name, value, mayPass } of avroMutations(record.value, random)) {
        const read = readKafkaEvent({ ...record, value }, catalogue);
        const problems = read.ok ? judge(read.value, { now: NOW, catalogue }).problems : read.problems;
        if (problems.length === 0 && !mayPass) taken.push(`${name}: ${value?.toString('hex')}`);
        expect(problems.every(({ code }) => isCode(code))).toBe(true);
      }
    expect(taken).toEqual([]);
  });
});

describe('the kinds of Avro mutation', () => {
  it('are many, and reach every kind of place in schemas that have them', () => {
    const names = new Set(
      catalogue
        .all()
        .flatMap(({ type }) => recordsOf(type, 1))
        .flatMap(({ value }) => avroMutations(value, seededRandom(2)).map(({ name }) => name)),
    );
    expect(names.size).toBeGreaterThan(35);
    expect(names).toContain('array count bomb');
    expect(names).toContain('bad union index');
  });

  it('want a value of the catalogue', () => {
    expect(() => avroMutations(Buffer.from([0, 0, 0, 0, 1, 2]), seededRandom(1))).toThrow(RangeError);
  });
});
