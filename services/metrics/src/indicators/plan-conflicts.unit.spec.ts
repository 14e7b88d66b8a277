import { describe, expect, it } from '@jest/globals';
import { EVENT_FOLDERS, readEventSamples, readEventSchema } from '@minhai/schemas';
import { INDICATORS } from './catalogue.generated.js';
import type { IndicatorDefinition } from './definition.js';

// Each decision of docs/plan-conflicts.md as it stands in the data.

const all: readonly IndicatorDefinition[] = INDICATORS;

function getIndicator(id: string): IndicatorDefinition {
  const found = all.find((indicator) => indicator.id === id);
  if (!found) throw new TypeError(`no indicator ${id}`);
  return found;
}

const measures = (id: string): string[] => getIndicator(id).numerator.map(({ measure }) => measure);
const where = (id: string) => getIndicator(id).numerator[0]!.where;
const published = (id: string) => getIndicator(id).base?.published;

describe('two readings of one figure are two indicators', () => {
  it('C1: ratings in force ÷ registered reproduce the table, ratings ever held the text', () => {
    expect([measures('chn-socialorg-3a-share'), published('chn-socialorg-3a-share')]).toEqual([
      ['socialorg.rated-valid'],
      '17',
    ]);
    expect(getIndicator('chn-socialorgs-3a-count').kind).toBe('CUM');
    expect([measures('chn-socialorgs-3a-count'), published('chn-socialorgs-3a-count')]).toEqual([
      ['socialorg.rated-3a-ever'],
      '145',
    ]);
  });

  it('C2: the base is the flow of 2020, the target that of five years', () => {
    const { kind, base, target } = getIndicator('chn-new-institution-beds');
    expect([kind, base!.published, target!.value, target!.period]).toEqual([
      'FLOW-Y',
      '258',
      '850',
      { from: 2021, to: 2025 },
    ]);
  });

  it('C8: 9500 beds and 3.5 % are two targets, and neither is made of the other', () => {
    expect(getIndicator('qpu-eldercare-beds').target!.value).toBe('9500');
    const share = getIndicator('qpu-eldercare-bed-share-of-registered-elderly');
    expect([share.target!.value, share.base]).toEqual(['3.5', null]);
    expect(share.denominator![0]!.where!['measure']).toEqual(['HUKOU_60P']);
  });

  it('C9: the table counts centres with their branches, a variant without', () => {
    expect(where('qpu-integrated-eldercare-centres')).not.toHaveProperty('branch');
    expect(where('qpu-integrated-eldercare-centres-without-branches')).toMatchObject({ branch: ['false'] });
  });

  it('C10: all guest halls, and those of demonstration villages', () => {
    expect([where('qpu-guest-halls'), published('qpu-guest-halls')]).toEqual([undefined, '1055']);
    expect(where('qpu-guest-halls-demonstration')).toEqual({ demonstration: ['true'] });
    expect(getIndicator('qpu-guest-halls-demonstration').target!.value).toBe('1200');
  });

  it('C11: 928 were ever registered; how many still are has no published base', () => {
    expect([getIndicator('qpu-socialorgs').kind, published('qpu-socialorgs')]).toEqual(['CUM', '928']);
    const { kind, base } = getIndicator('qpu-socialorgs-registered');
    expect([kind, base]).toEqual(['STOCK', null]);
  });

  it('C14: small plots ÷ burials in new zones, and ÷ all burials as printed', () => {
    expect(getIndicator('qpu-small-plot-burial-share').denominator![0]!.where).toEqual({ zone: ['NEW'] });
    expect(getIndicator('qpu-small-plot-burial-share-literal').denominator![0]!.where).toBeUndefined();
  });
});

describe('what the plans leave open is decided in the definition', () => {
  it.each([
    ['chn-eldercare-bed-share-of-registered-elderly', 'qpu-eldercare-bed-share-of-registered-elderly'],
    ['chn-nursing-bed-share', 'qpu-nursing-bed-share'],
    ['chn-dementia-beds', 'qpu-dementia-beds'],
    ['chn-carer-certified-share', 'qpu-carer-certified-share'],
    ['chn-assistive-rental-coverage', 'qpu-assistive-rental-coverage'],
    ['chn-community-cloud-household-share', 'qpu-community-cloud-household-share'],
  ])('C3: %s means what %s says', (ours, theirs) => {
    expect(getIndicator(ours).definition).toEqual(getIndicator(theirs).definition);
    expect(measures(ours)).toEqual(measures(theirs));
  });

  it('C4: every count of beds names its scopes, and beds at home are in none', () => {
    const ofBeds = all
      .flatMap(({ numerator, denominator }) => [...numerator, ...(denominator ?? [])])
      .filter(({ measure }) => /\.(beds|dementia-beds|new-beds)$/.test(measure));
    expect(ofBeds.length).toBeGreaterThan(6);
    for (const term of ofBeds) {
      expect(term.where!['scope']).toContain('INSTITUTION');
      expect(term.where!['scope']).not.toContain('HOME');
    }
  });

  it('C5: what is done and to be done has base and target 100', () => {
    const { base, target } = getIndicator('chn-dementia-friendly-coverage');
    expect([base!.published, target!.value]).toEqual(['100', '100']);
  });

  it('C6: rates are divided by published populations and by nothing made up', () => {
    for (const id of [
      'chn-eldercare-bed-share-of-registered-elderly',
      'chn-community-eldercare-area-per-1000-residents',
    ])
      expect(getIndicator(id).denominator!.map(({ measure }) => measure)).toEqual(['reference.population']);
  });

  it('C7: 70 % of 11 street-level divisions is declared to be out of reach', () => {
    const { base } = getIndicator('qpu-assistive-rental-coverage');
    expect([base!.published, base!.declaredMismatch!.tolerance]).toEqual(['70', '3']);
    expect(base!.declaredMismatch!.reason.zh).toContain('11');
  });

  it('C12: empty bases stay empty, and the target is a share of the population', () => {
    const workers = getIndicator('qpu-certified-social-workers');
    expect([workers.base, getIndicator('qpu-small-plot-burial-share').base]).toEqual([null, null]);
    expect(workers.target!.value).toMatchObject({ factor: '0.001' });
  });

  it.each([
    ['qpu-eldercare-beds', '9500(户籍老年人口的3.5%)'],
    ['qpu-integrated-eldercare-centres', '29'],
    ['chn-assistive-rental-coverage', '100'],
    ['chn-child-protection-station-compliance', '100'],
    ['chn-socialorg-3a-share', '18'],
  ])('C13: %s keeps “%s” and means at least that', (id, literal) => {
    expect(getIndicator(id).target).toMatchObject({ literal, comparator: 'gte' });
  });

  it('C17: households are those of the census', () => {
    for (const id of ['chn-community-cloud-household-share', 'qpu-community-cloud-household-share'])
      expect(getIndicator(id).denominator![0]!.where!['measure']).toEqual(['FAMILY_HOUSEHOLDS']);
  });
});

describe('what cannot be computed is not', () => {
  it('C15: facility kinds without a figure have no indicator of their own', () => {
    const kinds = all.flatMap(({ numerator }) => numerator.flatMap((term) => term.where?.['kind'] ?? []));
    expect(kinds).not.toContain('COMMUNITY_CARE');
  });

  it('C16: the new town is reported, and says so', () => {
    const newTown = all.filter(({ id }) => id.startsWith('qpu-newtown-'));
    expect(newTown.map(({ id }) => id.slice('qpu-newtown-'.length)).sort()).toEqual(
      ['area', 'centres', 'complex-coverage', 'coverage', 'day', 'meal', 'rooms'].sort(),
    );
    for (const { id, numerator, definition } of newTown) {
      expect(numerator[0]!.measure).toMatch(/^stat\./);
      expect(numerator[0]!.where).toMatchObject({ indicator: [id] });
      expect(definition.zh).toContain('上报值');
    }
  });

  it('C18, C19: ten scores, six dimensions and six needs, graded by a named version of which a sample is shipped', () => {
    const folder = EVENT_FOLDERS.find(({ type }) => type === 'cn.gov.mca.assistance.need.assessed')!;
    const { fields } = readEventSchema(folder, 1) as unknown as {
      fields: readonly { name: string }[];
    };
    const named = (form: RegExp): number => fields.filter(({ name }) => form.test(name)).length;
    expect([named(/Score$/), named(/Dimension$/), named(/^needs/), named(/^ruleVersion$/)]).toEqual([
      10, 6, 6, 1,
    ]);
    const samples = JSON.stringify(readEventSamples(folder));
    expect(samples).toContain('SAMPLE-1');
  });

  it('C20: former functions have neither events nor indicators', () => {
    expect(EVENT_FOLDERS.filter(({ domain }) => /veteran|disaster|relief-goods/.test(domain))).toEqual([]);
    expect(all.filter(({ names }) => /双拥|优抚|救灾/.test(names.zh))).toEqual([]);
  });

  it('C21: no quote carries an artefact of the printed page', () => {
    const spoilt = all.filter(({ source }) => /—\s*\d+\s*—|\n|發/.test(source.quote));
    expect(spoilt.map(({ id }) => id)).toEqual([]);
  });
});
