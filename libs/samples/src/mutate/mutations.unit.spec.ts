import { describe, expect, it } from '@jest/globals';
import { isCode } from '@minhai/errors';
import { judge, loadCatalogue, readHttpEvent } from '@minhai/events';
import { generateEvents, mutations, seededRandom } from '../index.js';

const catalogue = loadCatalogue();
const NOW = Date.parse('2026-03-04T11:22:33+08:00');

describe.each(catalogue.all().map(({ type }) => ({ type })))('mutations of $type', ({ type }) => {
  const random = seededRandom(type);
  const events = generateEvents(type, { random, now: NOW, count: 1 });

  it('are refused with codes of the closed list, every one', () => {
    const taken: string[] = [];
    for (const event of events)
      for (const { name, bytes } of mutations(event, random)) {
        const read = readHttpEvent(bytes, catalogue);
        const problems = read.ok ? judge(read.value, { now: NOW, catalogue }).problems : read.problems;
        if (problems.length === 0) taken.push(`${name}: ${bytes.toString('utf8').slice(0, 900)}`);
        expect(problems.every(({ code }) => isCode(code))).toBe(true);
      }
    expect(taken).toEqual([]);
  });
});

describe('the kinds of mutation', () => {
  it('are many, each with a name of its own, and repeat with their seed', () => {
    const [event] = generateEvents('cn.gov.mca.eldercare.bed.changed', { random: seededRandom(1), now: NOW });
    const one = mutations(event!, seededRandom(5));
    expect(one.length).toBeGreaterThan(80);
    expect(new Set(one.map(({ name }) => name)).size).toBe(one.length);
    expect(mutations(event!, seededRandom(5))).toEqual(one);
  });
});
