import { describe, expect, it } from '@jest/globals';
import { pinnedDefinition } from '../definitions/definition-version.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { EditionContents, EditionFigure } from './contents.js';
import { refuseTellingDifferences } from './refuse-telling.js';

const OF_NEW_ZONES = 'qpu-small-plot-burial-share';
const OF_ALL = 'qpu-small-plot-burial-share-literal';
const REGION = '310118001';

const definitionOf = (id: string): IndicatorDefinition =>
  INDICATORS.find((indicator) => indicator.id === id)!;

const figure = (indicator: string, numerator: number, denominator: number): EditionFigure => ({
  indicator,
  region: REGION,
  value: null,
  numerator: String(numerator),
  denominator: String(denominator),
  withheld: false,
  base: null,
  target: null,
  completion: null,
  status: null,
});

const contents = (...figures: EditionFigure[]): EditionContents =>
  ({
    asOf: '2021-12-31',
    definitions: figures.map(({ indicator }) => pinnedDefinition(definitionOf(indicator))),
    figures,
  }) as Partial<EditionContents> as EditionContents;

/** Burials in new zones, and all of them. */
const burials = (ofNewZones: number, all: number) =>
  contents(figure(OF_NEW_ZONES, 50, ofNewZones), figure(OF_ALL, 50, all));

describe('drafting an edition', () => {
  it('given two cuts one within the other that differ by 1 to k − 1, is refused with both names and without a count', () => {
    expect(() => refuseTellingDifferences(burials(98, 100), [])).toThrow(
      expect.objectContaining({
        status: 422,
        code: 'TELLING_DIFFERENCE',
        message: `${OF_NEW_ZONES} denominator lies within ${OF_ALL} denominator (${REGION}) and lacks fewer than 5 people of it`,
      }),
    );
  });

  it('given cuts that do not differ, or by k or more, or one of them withheld, is not', () => {
    expect(() => refuseTellingDifferences(burials(100, 100), [])).not.toThrow();
    expect(() => refuseTellingDifferences(burials(95, 100), [])).not.toThrow();
    const [shown, other] = burials(98, 100).figures;
    const withheld = { ...other!, numerator: null, denominator: null, withheld: true };
    expect(() => refuseTellingDifferences(contents(shown!, withheld), [])).not.toThrow();
  });

  it('given one of them in an earlier edition of the period, is refused; earlier ones alone are past refusing', () => {
    const earlier = { id: '310118-2021-1', contents: contents(figure(OF_ALL, 50, 100)) };
    expect(() => refuseTellingDifferences(contents(figure(OF_NEW_ZONES, 50, 97)), [earlier])).toThrow(
      '310118-2021-1',
    );
    expect(() =>
      refuseTellingDifferences(contents(), [{ id: '310118-2021-1', contents: burials(98, 100) }]),
    ).not.toThrow();
  });

  it('given a restatement of one cut by what was registered late, is not', () => {
    const earlier = { id: '310118-2021-1', contents: contents(figure(OF_ALL, 50, 100)) };
    expect(() => refuseTellingDifferences(contents(figure(OF_ALL, 50, 101)), [earlier])).not.toThrow();
  });
});
