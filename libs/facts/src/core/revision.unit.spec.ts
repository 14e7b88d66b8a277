import { describe, expect, it } from '@jest/globals';
import { CrashError } from '@minhai/errors';
import { clubEvent, JOINED, LEFT, membership, teamSize } from '../testing/club.js';
import { cellDeltas } from './cells.js';
import type { FactDefinition, FactRow } from './definition.js';
import { canonicalJson, rowId } from './identity.js';
import { deriveEntity } from './revision.js';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';

const at = (recorded: number): number => clubEvent({ members: [], recorded }).recordedTime;

describe('derived history of an entity', () => {
  it('given a row that a later event does not touch, then it stays one row', () => {
    const { rows } = deriveEntity(membership, 'ann', [
      clubEvent({ id: A, type: 'test.club.match.played', members: ['ann', 'bob'], recorded: 1 }),
      clubEvent({ id: B, type: JOINED, members: ['ann'], recorded: 5 }),
    ]);
    expect(
      rows.map(({ value, knownFrom, knownUntil }) => [value.measure, knownFrom, knownUntil]).sort(),
    ).toEqual([
      ['appearances', at(1), null],
      ['members', at(5), null],
    ]);
  });

  it('given an event of the past that is recorded late, then what was known before stays on record', () => {
    const { rows, findings } = deriveEntity(membership, 'ann', [
      clubEvent({ id: B, type: LEFT, members: ['ann'], day: 4, recorded: 1 }),
      clubEvent({ id: A, type: JOINED, members: ['ann'], day: 2, recorded: 9 }),
    ]);
    expect(findings).toMatchObject([{ value: { rule: 'STATE' }, knownFrom: at(1), knownUntil: at(9) }]);
    expect(rows).toMatchObject([
      { value: { validFrom: '2020-06-02', validUntil: '2020-06-04' }, knownFrom: at(9), knownUntil: null },
    ]);
  });

  it('given a correction that moves an event to another entity, then both see it from the moment it was recorded', () => {
    const members = [
      clubEvent({ id: A, members: ['ann'], recorded: 0 }),
      clubEvent({ id: B, members: ['bob'], recorded: 3, correctionOf: A }),
    ];
    expect(deriveEntity(membership, 'ann', members).rows).toMatchObject([
      { knownFrom: at(0), knownUntil: at(3) },
    ]);
    expect(deriveEntity(membership, 'bob', members).rows).toMatchObject([
      { knownFrom: at(3), knownUntil: null },
    ]);
  });

  it('given a correction before its target, then the missing predecessor is a finding until the target is recorded', () => {
    const members = [
      clubEvent({ id: B, members: ['bob', 'ann'], recorded: 3, correctionOf: A }),
      clubEvent({ id: A, members: ['ann'], recorded: 5 }),
    ];
    const [finding] = deriveEntity(membership, 'ann', members).findings;
    expect(finding).toMatchObject({
      value: { rule: 'MISSING_PREDECESSOR', causes: [B] },
      knownFrom: at(3),
      knownUntil: at(5),
    });
    expect(deriveEntity(membership, 'bob', members).findings).toEqual([]);
  });

  it('given a foreign void, then it does nothing and is a finding of the entity it was aimed at', () => {
    const target = clubEvent({ id: A, members: ['ann'] });
    const foreign = {
      ...clubEvent({ id: B, members: [], recorded: 2, voids: A, source: 'urn:mca:310118:club' }),
      type: 'cn.gov.mca.record.voided',
    };
    const { rows, findings } = deriveEntity(membership, 'ann', [target, foreign]);
    expect(rows).toMatchObject([{ knownUntil: null }]);
    expect(findings).toMatchObject([
      {
        value: { rule: 'AUTHORISATION', severity: 'error', detail: { amendment: 'void' }, causes: [A, B] },
        knownFrom: at(2),
      },
    ]);
  });

  it.each([
    ['two identical rows', (row: FactRow) => [row, { ...row }]],
    ['an amount that is no integer', (row: FactRow) => [{ ...row, amount: 0.1 }]],
    ['an undeclared measure', (row: FactRow) => [{ ...row, measure: 'other' }]],
    ['an end of a flow', (row: FactRow) => [{ ...row, validUntil: '2020-07-01' }]],
  ])('given a fold that returns %s, then it is a bug', (_, broken) => {
    const fact: FactDefinition = {
      ...teamSize,
      fold: (history, entity) => ({
        rows: teamSize.fold(history, entity).rows.flatMap(broken),
        findings: [],
      }),
    };
    expect(() => deriveEntity(fact, 'red', [clubEvent({ id: A, members: ['ann'], team: 'red' })])).toThrow(
      CrashError,
    );
  });
});

describe('cells', () => {
  const row: FactRow = {
    measure: 'members',
    district: '310105',
    street: '310105001',
    dims: { b: '2', a: '1' },
    amount: 3,
    validFrom: '2020-06-01',
    validUntil: '2020-06-05',
    causes: [A],
  };
  const deltas = (before: FactRow[], after: FactRow[]) =>
    cellDeltas(before, after, membership.measures).map(({ dims, day, amount }) => [dims, day, amount]);

  it('given a stock row, then it adds on its first day and takes away on the day after its last', () => {
    expect(deltas([], [row])).toEqual([
      ['{"a":"1","b":"2"}', '2020-06-01', 3],
      ['{"a":"1","b":"2"}', '2020-06-05', -3],
    ]);
  });

  it('given a row that ends before it begins, then it counts on no day', () => {
    expect(deltas([], [{ ...row, validUntil: '2020-05-01' }])).toEqual([]);
  });

  it('given a row that is replaced, then only the difference is left', () => {
    expect(deltas([row], [{ ...row, validUntil: null, amount: 3 }])).toEqual([
      ['{"a":"1","b":"2"}', '2020-06-05', 3],
    ]);
    expect(deltas([row], [row])).toEqual([]);
  });

  it('given dimensions in another order, then the row is the same row', () => {
    expect(rowId({ ...row, dims: { a: '1', b: '2' } })).toBe(rowId(row));
    expect(rowId({ ...row, causes: [B] })).not.toBe(rowId(row));
    expect(canonicalJson({ b: '"', a: 1 })).toBe('{"a":1,"b":"\\""}');
  });
});
