import { describe, expect, it } from '@jest/globals';
import { preparedRecords } from './prepared-records.js';
import { calendarOf, eventStream, probe } from './event-stream.js';

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

  it('goes on in time where another stream ended, and ends within the days there are', () => {
    const [first, second] = [0, 300].map((before) =>
      [...eventStream(300, 1, calendarOf(600, before))].map(({ time }) => String(time)),
    );
    expect(second![0]! > first!.at(-1)!).toBe(true);
    const last = [...eventStream(1_000, 3, calendarOf(2_000_000, 1_999_000))].at(-1)!;
    expect(String(last['time']) > '2020-11-29').toBe(true);
  });

  it('spreads the history of an institution', () => {
    const subjects = [...eventStream(400, 1)].map(({ subject }) => subject);
    const first = subjects.indexOf('B1-0:GENERAL');
    expect(subjects.indexOf('B1-0:GENERAL', first + 1) - first).toBe(20);
  });
});
