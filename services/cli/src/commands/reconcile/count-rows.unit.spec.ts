import { describe, expect, it } from '@jest/globals';
import { countRows } from './count-rows.js';

const counts = { sent: 4, landed: 1, held: 1, duplicates: 1, conflicts: 1, heldByCode: { FRAME: 1 } };

describe('countRows', () => {
  it('shows a row per day, source and type, and the sum', () => {
    const rows = countRows({
      source: null,
      from: '2026-03-01',
      to: '2026-03-01',
      asOf: '2026-03-02T00:00:00+08:00',
      complete: true,
      totals: counts,
      days: [{ day: '2026-03-01', source: null, ...counts, types: [{ type: null, ...counts }] }],
      held: { records: [], next: null },
    });
    expect(rows).toEqual([
      ['2026-03-01', '(unattributed)', '(unknown)', '4', '1', '1', '1', '1', 'FRAME 1'],
      ['sum', '', '', '4', '1', '1', '1', '1', 'FRAME 1'],
    ]);
  });
});
