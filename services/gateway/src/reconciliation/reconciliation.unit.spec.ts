import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countsCsv, heldCsv } from './csv.js';
import { heldRecordOf } from './held-record.js';
import { daysIn, isOver, periodOf } from './period.js';
import { countsOf, sourceDaysOf, type Counts, type OutcomeRow } from './reconciliation.js';

const row: fc.Arbitrary<OutcomeRow> = fc
  .record({
    day: fc.constantFrom('2026-03-01', '2026-03-02'),
    source: fc.constantFrom(null, 'urn:mca:310105:eldercare', 'urn:mca:310118:marriage'),
    type: fc.constantFrom(null, 'cn.gov.mca.a.b', 'cn.gov.mca.a.c'),
    status: fc.constantFrom(
      'accepted' as const,
      'quarantined' as const,
      'duplicate' as const,
      'conflict' as const,
    ),
    held: fc.constantFrom('FRAME', 'REGION'),
    records: fc.integer({ min: 1, max: 1_000 }),
  })
  .map(({ held, ...rest }) => ({
    ...rest,
    code: rest.status === 'quarantined' ? held : rest.status === 'conflict' ? 'ID_CONFLICT' : null,
  }));

const addsUp = (counts: Counts): void => {
  expect(counts.landed + counts.held + counts.duplicates + counts.conflicts).toBe(counts.sent);
  expect(Object.values(counts.heldByCode).reduce((sum, n) => sum + n, 0)).toBe(counts.held);
};

const sumOf = (parts: readonly Counts[]): number => parts.reduce((sum, { sent }) => sum + sent, 0);

describe('reconciliation', () => {
  it('given any rows, then every total adds up, of types, of sources and of all, in JSON and in CSV', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const totals = countsOf(rows);
        const days = sourceDaysOf(rows);
        [totals, ...days, ...days.flatMap(({ types }) => types)].forEach(addsUp);
        expect(totals.sent).toBe(rows.reduce((sum, { records }) => sum + records, 0));
        expect(sumOf(days)).toBe(totals.sent);
        for (const day of days) expect(sumOf(day.types)).toBe(day.sent);
        const lines = countsCsv(days).trimEnd().split('\r\n').slice(1);
        expect(lines.reduce((sum, line) => sum + Number(line.split(',')[3]), 0)).toBe(totals.sent);
      }),
    );
  });

  it('writes what a spreadsheet reads: titles, byte order mark, quotes, no formulas', () => {
    const text = heldCsv([
      heldRecordOf({
        quarantineId: 1,
        eventId: null,
        source: null,
        type: '=1+1',
        status: 'quarantined',
        code: 'REGION',
        pointer: '/a,"b"',
        topic: 't',
        partition: 0,
        recordOffset: 7,
        receivedAt: 0,
      }),
    ]);
    const [titles, line] = text.split('\r\n');
    expect(titles).toMatch(/^\uFEFFreceivedAt,source,type,eventId/);
    expect(line).toMatch(/^1970-01-01T08:00:00\+08:00,,'=1\+1,,quarantined,REGION,"\/a,""b""",t,0,7,/);
  });
});

describe('period', () => {
  const now = Date.parse('2026-03-01T17:00:00Z');

  it.each([
    [{}, { from: '2026-03-02', to: '2026-03-02' }, 1],
    [{ day: '2026-02-28' }, { from: '2026-02-28', to: '2026-02-28' }, 1],
    [{ from: '2026-02-27', to: '2026-03-01' }, { from: '2026-02-27', to: '2026-03-01' }, 3],
  ])('given %j, then it is the days %j of Shanghai', (query, period, days) => {
    expect(periodOf(query, now)).toEqual(period);
    expect(daysIn(period)).toBe(days);
  });

  it('is over when no transaction of its last day can be under way', () => {
    const period = { from: '2026-03-01', to: '2026-03-01' };
    expect(isOver(period, Date.parse('2026-03-02T00:00:30+08:00'))).toBe(false);
    expect(isOver(period, Date.parse('2026-03-02T00:01:00+08:00'))).toBe(true);
  });
});
