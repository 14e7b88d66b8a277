import { describe, expect, it } from '@jest/globals';
import { deriveEntity } from '@minhai/facts';
import { assertSetPrinciple, withAmendments } from '@minhai/facts/testing';
import { type Circumstances, factEvent } from '@minhai/testing';
import fc from 'fast-check';
import { fact } from './envelope-sequence.fact.js';

const TYPE = 'cn.gov.mca.charity.shop.opened';
const aggregate = 'urn:mca:310105:specs s-1';
const numbered = (seq: number | undefined, time: string, at: Circumstances = {}) => ({
  ...factEvent(at.voids ? 'cn.gov.mca.record.voided' : TYPE, {}, { time, subject: 's-1', ...at }),
  seq,
});
const findings = (...events: ReturnType<typeof numbered>[]) =>
  deriveEntity(fact, aggregate, events)
    .findings.filter(({ knownUntil }) => knownUntil === null)
    .map(({ value: { rule, detail } }) => ({ rule, ...detail }));

describe('numbers of events in their source', () => {
  it('given no gap, in any order of time, finds nothing', () => {
    expect(findings(numbered(2, '2020-01-01'), numbered(1, '2020-02-01'), numbered(3, '2020-03-01'))).toEqual(
      [],
    );
  });

  it('given a gap, tells where it is and how wide', () => {
    expect(findings(numbered(1, '2020-01-01'), numbered(4, '2020-02-01'))).toEqual([
      { rule: 'SEQ_GAP', case: 'sequence numbers missing', before: 1, seq: 4, missing: 2 },
    ]);
  });

  it('given that a correction and a void took numbers of their own, finds no gap', () => {
    const first = numbered(1, '2020-01-01');
    const wrong = numbered(2, '2020-01-02');
    const correction = numbered(3, '2020-01-01', { correctionOf: first.id, recorded: '2020-01-03' });
    const voiding = numbered(4, '2020-01-04', { voids: wrong.id });
    expect(findings(first, wrong, correction, voiding, numbered(5, '2020-01-05'))).toEqual([]);
  });

  it('given one number for two events, reports it', () => {
    expect(findings(numbered(1, '2020-01-01'), numbered(1, '2020-02-01'))).toEqual([
      { rule: 'STATE', case: 'sequence number used twice', seq: 1 },
    ]);
  });

  it('keeps nothing of an event without a number, and each source and aggregate apart', () => {
    const read = fact.reads[TYPE]!;
    expect(read(numbered(undefined, '2020-01-01'))).toEqual([]);
    expect(read(numbered(1, '2020-01-01'))).toEqual([aggregate]);
  });

  it('is a function of the set of events', () => {
    const event = fc
      .tuple(fc.option(fc.nat(6), { nil: undefined }), fc.nat(9))
      .map(([seq, days]) => ({ ...numbered(seq, `2020-01-1${days}`), id: '' }));
    assertSetPrinciple(fact, withAmendments(fc.array(event, { maxLength: 8 })), { numRuns: 80 });
  });
});
