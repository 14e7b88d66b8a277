import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@minhai/events';
import type { EventTypeName } from '@minhai/schemas';
import { event, inQingpu } from './accepted-events.fixture.js';
import { House } from './house.fixture.js';
import { metricsDatabase } from './metrics-database.fixture.spec.js';

// Two houses of one brand in 青浦, one of which closes; what is known of them comes from five kinds of events.

const [FIRST, SECOND] = ['310118001', '310118002'] as const;
const RESIDENTS = 16;

const PREFIX = 'cn.gov.mca.eldercare.';

type Name = EventTypeName extends infer Type
  ? Type extends `${typeof PREFIX}${infer N}`
    ? N
    : never
  : never;

const of = (name: Name, data: Record<string, unknown>, time: string, street: string = FIRST): DomainEvent =>
  inQingpu(event(`${PREFIX}${name}`, data, { time, street }));

const house = (institutionId: string, street: string, data: object = {}): DomainEvent[] => [
  of(
    'institution.opened',
    {
      institutionId,
      name: '示例养老院',
      usci: '52310105MJ00000003',
      legalForm: 'PRIVATE_NON_ENTERPRISE',
      operationMode: 'PUBLIC_PRIVATE',
      scope: 'INSTITUTION',
      openedOn: '2019-03-01',
      recordNo: null,
      hasNursingHospital: institutionId === 'qpu-1',
      chainBrand: '示例康养',
      ...data,
    },
    '2019-03-01',
    street,
  ),
];

const beds = (institutionId: string, delta: number, time: string, street: string): DomainEvent =>
  of(
    'bed.changed',
    {
      institutionId,
      bedType: 'NURSING',
      bedScope: 'INSTITUTION',
      delta,
      after: Math.max(delta, 0),
      reason: delta > 0 ? 'NEW_BUILD' : 'CLOSURE',
      dementiaStandardised: false,
      transferId: null,
    },
    time,
    street,
  );

const stay = (number: number) => ({
  stayId: `s-${number}`,
  personRef: `per_${String(number).padStart(8, '0')}`,
  institutionId: 'qpu-1',
  bedType: 'NURSING',
});

const report = (persons: number, listed: number | null): DomainEvent =>
  of(
    'visit.reported',
    { region: FIRST, category: 'OLDEST_OLD', period: '2020-06', visits: 60, persons, listed },
    '2020-06-30',
  );

let metrics: House;

beforeAll(async () => {
  const database = await metricsDatabase('eldercare_services');
  metrics = new House(database);
  await metrics.start();
  await metrics.accept([
    ...Array.from({ length: RESIDENTS }, (_, i) =>
      of('resident.admitted', { ...stay(i + 1), careLevel: 'CARE_4', assessmentId: null }, '2020-04-01'),
    ),
    of('resident.discharged', { ...stay(1), reason: 'HOME' }, '2020-09-01'),
    of('safety.monitoring.changed', { institutionId: 'qpu-1', online: true, hours24: true }, '2020-05-01'),
    ...house('qpu-1', FIRST),
    ...house('qpu-2', SECOND),
    beds('qpu-1', 20, '2019-03-01', FIRST),
    beds('qpu-2', 10, '2019-03-01', SECOND),
    report(45, 50),
  ]);
  await metrics.settled();
});

afterAll(() => metrics.close());

const figure = async (id: string, query?: string) => {
  const { value, numerator, denominator, findings } = await metrics.indicator(id, query);
  return { value, numerator, denominator, findings };
};
const clean = { findings: [] };

describe('services of elder care become figures, whatever arrived first', () => {
  it('counts homes with a nursing hospital', async () => {
    expect(await figure('qpu-nursing-homes-with-hospital')).toMatchObject({ value: '1', ...clean });
  });

  it('divides beds taken by beds at the date', async () => {
    const occupancy = (asOf: string) => figure('qpu-bed-occupancy', `asOf=${asOf}`);
    expect(await occupancy('2020-06-30')).toEqual({
      value: '53.33',
      numerator: '16',
      denominator: '30',
      ...clean,
    });
    expect(await occupancy('2020-12-31')).toMatchObject({ value: '50.00', numerator: '15' });
  });

  it('divides watched institutions by open ones, and persons visited by persons listed', async () => {
    expect(await figure('qpu-24h-auto-watch-coverage')).toMatchObject({ value: '50.00', ...clean });
    expect(await figure('qpu-elder-visit-coverage')).toMatchObject({ value: '90.00', ...clean });
  });

  it('counts the brand while it has two sites, and says when a closing does not name it', async () => {
    const chains = async (asOf: string) => (await figure('qpu-chain-operators', `asOf=${asOf}`)).value;
    expect(await chains('2020-12-31')).toBe('1');
    const closing = { institutionId: 'qpu-2', reason: '停业', residentsTransferredTo: null };
    const unnamed = of('institution.closed', { ...closing, chainBrand: null }, '2020-10-01', SECOND);
    await metrics.accept([unnamed, beds('qpu-2', -10, '2020-10-01', SECOND)]);
    await metrics.settled();
    expect(await figure('qpu-chain-operators')).toMatchObject({
      value: '1',
      findings: [{ rule: 'STATE', severity: 'warning', count: 1 }],
    });
    const named = of('institution.closed', { ...closing, chainBrand: '示例康养' }, '2020-10-01', SECOND);
    await metrics.accept([{ ...named, correctionOf: unnamed.id }]);
    await metrics.settled();
    expect([await chains('2020-09-30'), await chains('2020-12-31')]).toEqual(['1', '0']);
    expect(await figure('qpu-chain-operators')).toMatchObject(clean);
    expect((await figure('qpu-24h-auto-watch-coverage')).value).toBe('100.00');
  });

  it('given the house closes with its residents, says so and counts none of them', async () => {
    const closing = { institutionId: 'qpu-1', reason: '停业', residentsTransferredTo: 'qpu-2' };
    await metrics.accept([
      of('institution.closed', { ...closing, chainBrand: '示例康养' }, '2020-12-01'),
      beds('qpu-1', -20, '2020-12-01', FIRST),
    ]);
    await metrics.settled();
    const { value, findings } = await figure('qpu-bed-occupancy');
    expect(value).toBeNull();
    expect(findings).toContainEqual({ rule: 'STATE', severity: 'error', count: 1 });
  });
});
