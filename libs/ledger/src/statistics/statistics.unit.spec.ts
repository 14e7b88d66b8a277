import { describe, expect, it } from '@jest/globals';
import { expectations } from '../expectations.fixture.js';
import { ledgerTraps } from '../ledger.js';
import { effective, MID_JANUARY } from '../oracle.fixture.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

const districts = Object.keys(DISTRICTS) as DistrictCode[];

/** Of the reports of a district itself about one period the one recorded last. */
function reported(district: DistrictCode, indicator: string, period: string, knownAt?: number): number {
  const last = effective(district, 'stat.value.reported', knownAt)
    .filter(({ data }) => data.region === district && data.indicator === indicator && data.period === period)
    .sort((a, b) => Date.parse(a.event.recordedtime) - Date.parse(b.event.recordedtime))
    .at(-1);
  return Number(last?.data.value ?? 0);
}

const survey = (district: DistrictCode, knownAt?: number) =>
  effective(district, 'survey.result.published', knownAt).find(
    ({ data }) => data.region === district && data.round === '2020',
  )?.data ?? { valid: 0, satisfied: 0 };

describe.each(districts)('reported values of %s', (district) => {
  const { statistics } = expectations(district);

  it('agree with the events, now and as known on 15 January 2021', () => {
    expect(reported(district, 'qpu-socialorg-service-centres', '2020')).toBe(statistics.serviceCentres);
    expect(reported(district, 'qpu-newtown-coverage', '2020')).toBe(statistics.newTownCoverage);
    expect(reported(district, 'chn-digital-skills-training', '2020')).toBe(
      statistics.digitalTraining2016To2020,
    );
    const { valid, satisfied } = survey(district);
    expect({ valid, satisfied }).toEqual(statistics.survey);
    expect({
      serviceCentres: reported(district, 'qpu-socialorg-service-centres', '2020', MID_JANUARY),
      satisfied: survey(district, MID_JANUARY).satisfied,
    }).toEqual(statistics.knownOn15January);
  });
});

describe('published figures of 青浦', () => {
  it('come out: 1+11 service centres, 71 % of the new town', () => {
    const { serviceCentres, newTownCoverage } = expectations('310118').statistics;
    expect([serviceCentres, newTownCoverage]).toEqual([1 + 11, 71]);
  });
});

describe('traps of reported values', () => {
  it.each([
    ['310105', ['year-includes-its-quarters', 'complex-closed', 'centre-of-one-purpose']],
    [
      '310118',
      [
        'value-reported-again',
        'values-of-streets-are-apart',
        'half-year-before-the-year',
        'survey-corrected',
        'survey-of-a-street-is-apart',
        'two-complexes-one-street',
      ],
    ],
  ] as const)('stand in the ledger of %s', (district, names) => {
    expect(ledgerTraps(district).map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
  });

  it('would move the figures they aim at', () => {
    const values = effective('310118', 'stat.value.reported')
      .filter(({ data }) => data.indicator === 'qpu-socialorg-service-centres')
      .map(({ data }) => Number(data.value));
    expect(values.reduce((a, b) => a + b, 0)).toBe(11 + 12 + 11);
    const training = effective('310105', 'stat.value.reported').map(({ data }) => Number(data.value));
    expect(training.reduce((a, b) => a + b, 0)).toBe(2 * 9500);
  });
});
