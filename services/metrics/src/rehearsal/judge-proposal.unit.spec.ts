import { describe, expect, it } from '@jest/globals';
import { FACTS } from '../facts/catalogue.generated.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type KnownMeasures, judgeProposal } from './judge-proposal.js';
import { proposal } from './proposal.js';

const BEDS = new Set(['bedType', 'scope']);
const known: KnownMeasures = new Map(
  FACTS.flatMap(({ measures }) => measures).map((measure) => [
    measure.name,
    { measure, dims: measure.name === 'eldercare.beds' ? BEDS : undefined },
  ]),
);
const all: readonly IndicatorDefinition[] = INDICATORS;
const share = all.find(({ id }) => id === 'chn-nursing-bed-share')!;

const proposed = (changes: Partial<IndicatorDefinition>): IndicatorDefinition => ({
  ...share,
  version: 2,
  ...changes,
});
const pointers = (changes: Partial<IndicatorDefinition>): string[] =>
  judgeProposal(proposed(changes), share, known).map(({ pointer }) => pointer);

describe('judging a proposal', () => {
  it.each(all.map((indicator) => [indicator.id, indicator] as const))(
    'given %s as it is in force, finds nothing wrong but the version',
    (_, indicator) => {
      expect(proposal.safeParse(indicator)).toMatchObject({ success: true });
      const others: KnownMeasures = new Map(
        [...known].map(([name, { measure }]) => [name, { measure, dims: undefined }]),
      );
      const problems = judgeProposal({ version: 1, ...indicator }, indicator, others);
      expect(problems.map(({ pointer }) => pointer)).toEqual(['/version']);
    },
  );

  it('given a measure or a dim that nothing has, points at it', () => {
    expect(pointers({ numerator: [{ measure: 'eldercare.bets' }] })).toEqual(['/numerator/0/measure']);
    const where = { colour: ['RED'] };
    expect(pointers({ denominator: [{ measure: 'eldercare.beds', where }] })).toEqual([
      '/denominator/0/where/colour',
    ]);
  });

  it('given beds and persons in one sum, points at the second', () => {
    const population = FACTS.flatMap(({ measures }) => measures).find(({ unit }) => unit === '人')!;
    const sum = [{ measure: 'eldercare.beds' }, { measure: population.name }];
    expect(pointers({ numerator: sum })).toContain('/numerator/1/measure');
  });

  it('given a ratio without a denominator or a count with one, points at it', () => {
    expect(pointers({ denominator: null })).toEqual(['/denominator']);
    expect(pointers({ kind: 'STOCK' })).toEqual(['/denominator']);
  });

  it('given a flow of a plan over a stock, points at the measure', () => {
    expect(pointers({ kind: 'FLOW-P', denominator: null })).toEqual(['/numerator/0/measure']);
  });

  it('given a target that contradicts itself, points at it', () => {
    const target = {
      literal: '1',
      comparator: 'range',
      value: '1',
      year: 2019,
      period: { from: 2025, to: 2021 },
    } as const;
    expect(pointers({ target })).toEqual(['/target/upper', '/target/period', '/target/year']);
  });

  it('given an indicator of another district, refuses it; a new indicator needs no version', () => {
    expect(pointers({ district: '310118' })).toEqual(['/district']);
    expect(judgeProposal({ ...share, id: 'chn-new' }, undefined, known)).toEqual([]);
  });
});
