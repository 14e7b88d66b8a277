import { describe, expect, it } from '@jest/globals';
import { judge, loadCatalogue, readJsonEvent } from '@minhai/events';
import { DISTRICTS, SCENARIOS, type DistrictCode, type ScenarioName, scenarioEvents } from '@minhai/ledger';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { foldedTables, ledgerDeliveries } from './gold.fixture.spec.js';
import { acceptedEvents, readAll } from './reading.fixture.spec.js';

const END = '2025-12-31';
const districts = Object.keys(DISTRICTS) as DistrictCode[];
const withTarget = INDICATORS.filter(({ target }) => target !== null);
const ledger = ledgerDeliveries();

function figuresAfter(name: ScenarioName) {
  const scenario = acceptedEvents(districts.flatMap((district) => scenarioEvents(name, district)));
  return readAll(foldedTables(ledger, scenario).tables(), withTarget, END);
}

const missedIn = (figures: ReturnType<typeof figuresAfter>): string[] =>
  [...figures.values()].filter(({ completion }) => Number(completion) < 1).map(({ id }) => id);

describe('scenarios after the whole ledger', () => {
  it.each(SCENARIOS)('%s: intake finds nothing wrong with any event', (name) => {
    const catalogue = loadCatalogue();
    const now = Date.parse('2026-06-01T00:00:00Z');
    const complaints = districts
      .flatMap((district) => scenarioEvents(name, district))
      .flatMap((event) => {
        const read = readJsonEvent(event, catalogue);
        if (!read.ok) return [{ type: event.type, problems: read.problems }];
        const { problems, warnings } = judge(read.value, { now, catalogue });
        return problems.length + warnings.length === 0 ? [] : [{ type: event.type, problems, warnings }];
      });
    expect(complaints.slice(0, 5)).toEqual([]);
  });

  it('on target: every target of both plans is reached, none is missed', () => {
    const figures = figuresAfter('on-target-2025');
    expect(missedIn(figures)).toEqual([]);
    expect([...figures.values()].filter(({ status }) => status === 'missed')).toEqual([]);
    expect(figures.get('chn-new-institution-beds')).toMatchObject({ completion: '1.0000', status: 'met' });
    expect(figures.get('chn-nursing-bed-share')).toMatchObject({ numerator: '4451', denominator: '7417' });
    expect(figures.get('qpu-eldercare-beds')).toMatchObject({ value: '9500', status: 'met' });
    expect(figures.get('qpu-volunteer-passports')).toMatchObject({ value: '50000', status: 'met' });
  }, 180_000);

  it('two missed: one binding and one expected target, and only the binding one is a breach', () => {
    const figures = figuresAfter('two-missed-2025');
    const missed = missedIn(figures);
    expect(missed).toEqual(['chn-child-welfare-social-workers', 'chn-dementia-beds']);
    expect(missed.map((id) => figures.get(id)!.property)).toEqual(['expected', 'binding']);
    expect([...figures.values()].filter(({ breach }) => breach).map(({ id }) => id)).toEqual([
      'chn-dementia-beds',
    ]);
    expect(figures.get('chn-dementia-beds')!.outlook.summary!.zh).toBe(
      '期限已到，2025-12-31 仍差 30 张老年认知障碍照护床位',
    );
  }, 180_000);
});
