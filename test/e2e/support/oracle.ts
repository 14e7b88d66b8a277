import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Database } from '@minhai/postgres';
import type { IndicatorFigures } from './figures.js';
import type { Sent } from './load.js';
import type { TestInstance } from './instance.js';

/** Acknowledged ids that are nowhere, and ids that stand twice in the lake. Both must be empty. */
async function strayIds(
  lake: Database,
  acknowledged: readonly string[],
): Promise<{ lost: string[]; twice: string[] }> {
  const ids = [...new Set(acknowledged)];
  const found = await lake.query<{ event_id: string; accepted: number; held: number; repeated: number }>(
    `SELECT status.event_id::text AS event_id,
            count(*) FILTER (WHERE status.status = 'accepted') AS accepted,
            count(*) FILTER (WHERE status.status = 'quarantined') AS held,
            count(*) FILTER (WHERE status.status IN ('duplicate', 'conflict')) AS repeated
       FROM lake.receipt_status AS status
      WHERE status.event_id = ANY ($1::uuid[])
      GROUP BY status.event_id`,
    [ids],
  );
  const accountedFor = new Set(
    found.filter((row) => row.accepted + row.held + row.repeated > 0).map((row) => row.event_id),
  );
  return {
    lost: ids.filter((id) => !accountedFor.has(id)),
    twice: found.filter((row) => row.accepted > 1).map((row) => row.event_id),
  };
}

/** Positions 1..n of every partition, without a gap. */
async function partitionsWithGaps(lake: Database): Promise<unknown[]> {
  return lake.query(
    `SELECT event.domain, event.partition, count(*) AS events, max(event.position) AS newest
       FROM lake.accepted_event AS event
      GROUP BY event.domain, event.partition
     HAVING count(*) <> max(event.position) OR min(event.position) <> 1 OR count(DISTINCT event.position) <> count(*)`,
  );
}

const PATIENCE_MS = 60_000;

/** Waits until nothing is missing any more, or for a minute; what is missing then is told by the assertion that follows. */
async function eventuallyNone(missing: () => Promise<number>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while ((await missing()) > 0 && performance.now() < deadline) await sleep(500);
}

/** What must hold after every fault: nothing acknowledged is lost or doubled, figures are exact and as published. */
export async function expectNothingLostAndAllExact(instance: TestInstance, sent: Sent): Promise<void> {
  await expectNothingLost(instance, sent);
  expect(await mismatches(instance)).toEqual([]);
}

/** The same for a load that is not the whole ledger, and so cannot give the published figures. */
export async function expectNothingLost(instance: TestInstance, sent: Sent): Promise<void> {
  await eventuallyNone(async () => (await strayIds(instance.lake, sent.acknowledged)).lost.length);
  await instance.settled();
  expect(await strayIds(instance.lake, sent.acknowledged)).toEqual({ lost: [], twice: [] });
  expect(await partitionsWithGaps(instance.lake)).toEqual([]);
  const verified = await instance.minhai(['verify', '--json']);
  expect({ code: verified.code, ...differences(verified.stdout) }).toEqual({
    code: 0,
    equal: true,
    differences: [],
  });
}

const differences = (stdout: string): { equal?: boolean; differences?: unknown[] } => {
  const { equal, differences: found } = JSON.parse(stdout) as { equal: boolean; differences: unknown[] };
  return { equal, differences: found };
};

type Indicator = Pick<IndicatorFigures, 'id' | 'base'>;

/** Indicators whose computed base differs from the published figure, other than as their definition declares. */
export async function mismatches(instance: TestInstance): Promise<Indicator[]> {
  const found: Indicator[] = [];
  for (const district of ['310105', '310118']) {
    const { code, stdout } = await instance.minhai(['indicators', '--district', district, '--json']);
    expect(code).toBe(0);
    const { indicators } = JSON.parse(stdout) as { indicators: Indicator[] };
    expect(indicators.filter(({ base }) => base?.published != null).length).toBeGreaterThanOrEqual(6);
    found.push(
      ...indicators.filter(
        ({ base }) => base?.published != null && base.match !== true && !base.declaredMismatch?.within,
      ),
    );
  }
  return found;
}
