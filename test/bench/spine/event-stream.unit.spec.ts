import { describe, expect, it } from '@jest/globals';
import { preparedRecords } from './prepared-records.js';
import { eventStream, probe } from './event-stream.js';

describe('the stream of the benches', () => {
  it('holds only events that the product accepts, each with its own id', () => {
    const events = [...eventStream(400, 7), ...[0, 1, 2].map((number) => probe(7, number))];
    expect(new Set(events.map(({ id }) => id)).size).toBe(403);
    expect(preparedRecords(events, 'mca')).toHaveLength(403);
  });

  it('gives different runs nothing in common', () => {
    const subjects = (run: number) => [...eventStream(200, run)].map(({ subject }) => subject);
    expect(subjects(1).filter((subject) => subjects(2).includes(subject))).toEqual([]);
  });

  it('spreads the history of an institution', () => {
    const subjects = [...eventStream(400, 1)].map(({ subject }) => subject);
    const first = subjects.indexOf('B1-0:GENERAL');
    expect(subjects.indexOf('B1-0:GENERAL', first + 1) - first).toBe(20);
  });
});
