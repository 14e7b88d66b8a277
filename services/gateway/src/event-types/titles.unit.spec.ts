import { describe, expect, it } from '@jest/globals';
import { DOMAINS, loadCatalogue } from '@minhai/events';
import { CHECKS } from './describe-check.js';
import { describeEventType, type FieldDescription } from './describe-event-type.js';
import { UNITS } from './describe-unit.js';
import { DOMAIN_TITLES } from './domain-titles.js';

const nothing = { codeList: () => ({ list: '', zh: '', en: '', codes: [] }), topic: String };
const fields = loadCatalogue()
  .all()
  .flatMap(
    (type) => describeEventType(type, { ...nothing, samples: () => ({ samples: [], refused: [] }) }).fields,
  );
const withItems = (field: FieldDescription): readonly FieldDescription[] => [field, ...field.fields];

describe('titles', () => {
  it('exist for every domain', () => {
    expect(DOMAINS.filter((domain) => !(domain in DOMAIN_TITLES))).toEqual([]);
  });

  it('exist for every unit', () => {
    const used = fields.flatMap(withItems).flatMap(({ unit }) => (unit === null ? [] : [unit]));
    expect(used.filter((unit) => !(unit in UNITS))).toEqual([]);
  });

  it('exist for every check a field names', () => {
    const used = fields.flatMap(withItems).flatMap(({ check }) => (check === null ? [] : [check]));
    expect(used.filter((check) => !(check in CHECKS))).toEqual([]);
  });
});
