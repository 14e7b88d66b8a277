import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatDecimal, parseDecimal } from '@minhai/domain';
import { ledgerTraps, reorderings } from '@minhai/ledger';
import { type FigureReader, goldDigests, readerOf, sumOf } from './support/figures.js';
import { freePortBase, startInstance, type TestInstance } from './support/instance.js';
import { expectNothingLostAndAllExact, expectNothingLost } from './support/oracle.js';
import {
  allLedgerEvents,
  correctionsFrom,
  districts,
  linesOf,
  scenarioWithoutPassports,
  voidsOf,
} from './support/postings.js';

const BASE_DAY = '2020-12-31';
const NEW_YEAR = '2021-01-01';
const PLAN_END = '2025-12-31';
/** Between these two days the late and corrected events of 2020 came in. */
const JANUARY = '2021-01-15T23:59:59.999+08:00';
const MARCH = '2021-03-01T23:59:59.999+08:00';

const ledger = allLedgerEvents();
const traps = districts.flatMap((district) => ledgerTraps(district));
const trapIds = new Set(traps.flatMap(({ eventIds }) => eventIds));
const midnightIds = traps.filter(({ name }) => /midnight/.test(name)).flatMap(({ eventIds }) => eventIds);

describe('the ledger and what follows it, as a reader of the running system sees it', () => {
  let instance: TestInstance;
  let reader: FigureReader;

  beforeAll(async () => {
    instance = await startInstance();
    reader = await readerOf(instance);
    await loadFromTheEndThroughTwoGateways();
    await instance.settled();
  });

  afterAll(() => instance?.stop());

  /** The last line first, each half through a gateway of its own, both at once: the order of arrival decides nothing. */
  async function loadFromTheEndThroughTwoGateways(): Promise<void> {
    const port = await freePortBase();
    await instance.stack.addService({ ...instance.plainService('gateway'), name: 'gateway-2', port });
    const lines = linesOf(ledger).reverse();
    const half = Math.ceil(lines.length / 2);
    const sent = await Promise.all([
      instance.load(lines.slice(0, half)),
      instance.load(lines.slice(half), { gatewayUrls: [`http://127.0.0.1:${port}`] }),
    ]);
    expect(sent.flatMap(({ refused }) => refused)).toEqual([]);
  }

  const bothDistricts = async (query: Readonly<Record<string, string>>) =>
    (await Promise.all(districts.map((district) => reader.indicators({ district, ...query })))).flat();

  const publish = async (lines: readonly string[]): Promise<void> => {
    expect((await instance.load(lines)).refused).toEqual([]);
    await instance.settled();
  };

  it('every base comes out as published, but for the declared mismatch and bases nobody published', async () => {
    const figures = await bothDistricts({ asOf: BASE_DAY });
    const published = figures.filter(({ base }) => base?.published != null);
    expect(published.length).toBeGreaterThanOrEqual(60);
    const unequal = published.filter(({ base }) => !equalAsPrinted(base!));
    expect(unequal.map(({ id }) => id).sort()).toEqual([
      'chn-vagrant-rescues', // published as a bound: more than 2100
      'qpu-assistive-rental-coverage',
      'qpu-medical-relief-self-pay-share', // published as a bound: above 90 %
    ]);
    const declared = published.filter(({ base }) => !base!.match);
    expect(declared.map(({ id, base }) => [id, base!.declaredMismatch?.within])).toEqual([
      ['qpu-assistive-rental-coverage', true],
    ]);
  });

  it('街镇 add up to the district by REST and by SQL, and a ratio is made of those sums', async () => {
    let added = 0;
    for (const { id } of await bothDistricts({ asOf: BASE_DAY })) {
      const { breakdown, unit, ...district } = await reader.indicator(id, { asOf: BASE_DAY });
      if (!breakdown?.length || breakdown.some(({ numerator }) => numerator === null)) continue;
      added++;
      for (const part of ['numerator', 'denominator'] as const)
        expect([id, part, sumOf(breakdown.map((row) => row[part]))]).toEqual([
          id,
          part,
          sumOf([district[part]]),
        ]);
      if (unit === '%' && Number(district.denominator) > 0)
        expect(Number(district.value)).toBeCloseTo(
          (100 * Number(district.numerator)) / Number(district.denominator),
          0,
        );
    }
    expect(added).toBeGreaterThan(20);
    expect(
      await instance.lake.query(
        `SELECT indicator_id, period_end FROM metrics.indicator_value
          GROUP BY indicator_id, period_end
         HAVING count(*) > 1 AND count(*) FILTER (WHERE region ~ '^[0-9]{6}$') = 1
            AND (sum(numerator) <> 2 * sum(numerator) FILTER (WHERE region ~ '^[0-9]{6}$')
              OR sum(denominator) <> 2 * sum(denominator) FILTER (WHERE region ~ '^[0-9]{6}$'))`,
      ),
    ).toEqual([]);
  });

  it('what was known in January and in March differs by the traps alone, and the parts add up', async () => {
    const [january, march] = await Promise.all(
      [JANUARY, MARCH].map((knownAt) => bothDistricts({ asOf: BASE_DAY, knownAt })),
    );
    const listed = new Set<string>();
    for (const [i, before] of january!.entries()) {
      const after = march![i]!;
      const { difference, parts } = await reader.movement(before.id, {
        ...{ from: BASE_DAY, to: BASE_DAY, fromKnownAt: JANUARY, toKnownAt: MARCH },
        limit: '500',
      });
      for (const part of ['numerator', 'denominator'] as const) {
        expect(sumOf(parts.map((one) => one[part]))).toBe(sumOf([difference[part]]));
        expect([before.id, sumOf([before[part], difference[part]])]).toEqual([
          before.id,
          sumOf([after[part]]),
        ]);
      }
      if (difference.value !== null)
        expect([before.id, sumOf(parts.map(({ value }) => value))]).toEqual([
          before.id,
          sumOf([difference.value]),
        ]);
      expect(parts.every(({ rest }) => rest === null)).toBe(true);
      expect(parts.every(({ part }) => part === 'late' || part === 'corrections')).toBe(true);
      for (const { id } of parts.flatMap(({ events }) => events)) listed.add(id);
    }
    expect([...listed].filter((id) => !trapIds.has(id))).toEqual([]);
    expect(listed.size).toBeGreaterThan(35);
  });

  it('what happened at 2020-12-31T16:00:00Z is of 2021', async () => {
    const rows = await instance.lake.query<{ id: string; first: string; last: string }>(
      `SELECT cause::text AS id, min(valid_from)::text AS first, max(valid_from)::text AS last
         FROM metrics.fact_row, unnest(causes) AS cause
        WHERE cause = ANY ($1::uuid[]) GROUP BY cause ORDER BY cause::text`,
      [midnightIds],
    );
    expect(midnightIds.length).toBeGreaterThan(20);
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(midnightIds));
    expect(rows.filter(({ first, last }) => first !== NEW_YEAR || last !== NEW_YEAR)).toEqual([]);
    const { points } = await reader.series('chn-eldercare-beds', { by: 'day', from: BASE_DAY, to: NEW_YEAR });
    expect(points.map(({ value }) => value)).toEqual(['6567', '6587']);
    const { parts } = await reader.movement('chn-eldercare-beds', { from: BASE_DAY, to: NEW_YEAR });
    const moved = parts.flatMap(({ events }) => events.map(({ id }) => id));
    expect(moved).toEqual([expect.any(String)]);
    expect(midnightIds).toContain(moved[0]);
  });

  it('requests of the exchange are answered in every way, each of them once', async () => {
    const rows = await instance.lake.query<{ step: string; requests: number }>(
      `SELECT dims->>'step' AS step, sum(amount)::int AS requests FROM gold.fact
        WHERE fact = 'exchange.requests' AND known_until IS NULL GROUP BY 1`,
    );
    const of = (step: string): number => rows.find((row) => row.step === step)?.requests ?? 0;
    const asked = new Set(
      ledger.filter(({ type }) => type.endsWith('exchange.request.submitted')).map(({ subject }) => subject),
    );
    expect(of('SUBMITTED')).toBe(asked.size);
    const answers = ['MATCH', 'NO_MATCH', 'PARTIAL', 'REFUSED'].map(of);
    expect(answers.every((count) => count >= 5)).toBe(true);
    expect(answers.reduce((sum, count) => sum + count, 0)).toBe(asked.size);
    expect(of('ACCEPTED')).toBe(asked.size - of('REFUSED'));
  });

  it('a third of the ledger once more in another order is all duplicates, and not a byte moves', async () => {
    const duplicates = async (): Promise<number> => {
      const [row] = await instance.lake.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM lake.receipt_status WHERE status = 'duplicate'",
      );
      return row!.count;
    };
    const [digests, before] = [await goldDigests(instance), await duplicates()];
    const third = linesOf(ledger.filter((_, i) => i % 3 === 0));
    const shuffled = reorderings.shuffled(third.map((line) => `${line}\n`).join(''), 'replay');
    const sent = await instance.load(shuffled.split('\n').filter(Boolean));
    await expectNothingLostAndAllExact(instance, sent);
    expect(sent.acknowledged).toHaveLength(third.length);
    expect((await duplicates()) - before).toBe(third.length);
    expect(await goldDigests(instance)).toEqual(digests);
  });

  it('given a file with every tenth line malformed, then exactly those are refused with line and code', async () => {
    const good = linesOf(ledger.slice(0, 900));
    const { text, malformed } = reorderings.withMalformedLines(`${good.join('\n')}\n`);
    const { code, stdout } = await instance.minhai(['publish', '-', '--json'], text);
    const { refused, accepted, duplicate } = JSON.parse(stdout) as {
      refused: { line: number; code: string }[];
      accepted: number;
      duplicate: number;
    };
    expect(code).toBe(1);
    expect(refused.map(({ line }) => line)).toEqual(malformed);
    expect(refused.every((one) => one.code.length > 0)).toBe(true);
    expect({ accepted, known: duplicate > 0 }).toEqual({ accepted: 0, known: true });
  });

  it('two missed targets are one breach; corrected, every target is met and there is none', async () => {
    const standing = async () => {
      const figures = await bothDistricts({ asOf: PLAN_END });
      return {
        missed: figures.filter(({ status }) => status === 'missed').map(({ id, property }) => [id, property]),
        breaches: figures.filter(({ breach }) => breach).map(({ id }) => id),
      };
    };
    const withoutPassports = ['qpu-volunteer-passports', 'text'];
    const missing = scenarioWithoutPassports('two-missed-2025');
    await publish(linesOf(missing));
    expect(await standing()).toEqual({
      missed: [
        ['chn-dementia-beds', 'binding'],
        ['chn-child-welfare-social-workers', 'expected'],
        withoutPassports,
      ],
      breaches: ['chn-dementia-beds'],
    });
    const corrections = correctionsFrom(missing, scenarioWithoutPassports('on-target-2025'));
    expect(corrections.map(({ correctionof }) => correctionof !== undefined)).toContain(false);
    await publish(linesOf(corrections));
    expect(await standing()).toEqual({ missed: [withoutPassports], breaches: [] });
  });

  it('an institution that is voided, the newest event first, leaves no beds behind and none below zero', async () => {
    const [from, to] = ['310105006', '310105008']; // where it was before 2018-06-04, and where it went
    const relocation = traps.find(({ name }) => name === 'relocated-with-its-beds')!;
    const { data } = ledger.find(({ id }) => id === relocation.eventIds[0])!;
    const institutionId = data['institutionId'] as string;
    const beds = async (region: string, day: string): Promise<number> => {
      const { points } = await reader.series('chn-eldercare-beds', { by: 'day', from: day, to: day, region });
      return Number(points[0]!.value);
    };
    const looks = async (): Promise<number[]> =>
      Promise.all([
        ...['2018-06-03', '2018-06-04'].flatMap((day) => [beds(from, day), beds(to, day)]),
        beds('310105', BASE_DAY),
      ]);
    const lowest = async (): Promise<number> => {
      const years = ['2015', '2016', '2017', '2018', '2019', '2020'].flatMap((year) =>
        ['310105', from, to].map((region) => ({
          ...{ by: 'day', region, from: `${year}-01-01`, to: `${year}-12-31` },
        })),
      );
      const series = await Promise.all(years.map((query) => reader.series('chn-eldercare-beds', query)));
      return Math.min(...series.flatMap(({ points }) => points.map(({ value }) => Number(value))));
    };
    const before = await looks();
    const voids = voidsOf(institutionId, [...ledger, ...scenarioWithoutPassports('on-target-2025')]);
    expect(voids.length).toBeGreaterThan(3);
    for (const voided of [voids.slice(0, 2), voids.slice(2, -1), voids.slice(-1)]) {
      await publish(linesOf(voided));
      expect(await lowest()).toBeGreaterThanOrEqual(0);
    }
    const after = await looks();
    expect(before.map((count, i) => count - after[i]!)).toEqual([44, 0, 0, 44, 44]);
    await expectNothingLost(instance, { acknowledged: voids.map(({ id }) => id), refused: [], repeats: 0 });
  });
});

/** Whether the computed figure, rounded to the decimals of the published one, is that figure. */
function equalAsPrinted({
  published,
  computed,
}: {
  published: string | null;
  computed: string | null;
}): boolean {
  const places = published!.split('.')[1]?.length ?? 0;
  const [whole, fraction = ''] = formatDecimal(parseDecimal(computed!)!).split('.');
  const kept = BigInt(`${whole}${fraction.padEnd(places + 1, '0').slice(0, places)}`);
  const up = (fraction[places] ?? '0') >= '5' ? 1n : 0n;
  return kept + up === BigInt(published!.replace('.', ''));
}
