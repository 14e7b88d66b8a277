import { describe, expect, it } from '@jest/globals';
import { judge, loadCatalogue, readHttpEvent, readJsonEvent } from '@minhai/events';
import { ledgerEvents, ledgerLines } from './ledger.js';
import { DISTRICTS, type DistrictCode } from './reference/districts.js';
import { linesOf, withMalformedLines } from './reorderings/reorderings.js';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const catalogue = loadCatalogue();

describe.each(Object.keys(DISTRICTS) as DistrictCode[])('intake of the ledger of %s', (district) => {
  it('finds nothing wrong with any event and warns of nothing', () => {
    const complaints = ledgerEvents(district).flatMap((event) => {
      const read = readJsonEvent(event, catalogue);
      if (!read.ok) return [{ id: event.id, type: event.type, problems: read.problems }];
      const { problems, warnings } = judge(read.value, { now: NOW, catalogue });
      const all = [...read.warnings, ...problems, ...warnings];
      return all.length === 0 ? [] : [{ id: event.id, type: event.type, problems: all }];
    });
    expect(complaints.slice(0, 5)).toEqual([]);
  });

  it('reads every line and refuses every malformed one', () => {
    const spoilt = withMalformedLines(ledgerLines(district));
    const accepts = (line: string): boolean => {
      const read = readHttpEvent(line, catalogue);
      return read.ok && judge(read.value, { now: NOW, catalogue }).problems.length === 0;
    };
    const refused = linesOf(spoilt.text).flatMap((line, index) => (accepts(line) ? [] : [index + 1]));
    expect(refused).toEqual(spoilt.malformed);
  });
});
