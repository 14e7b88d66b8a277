import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reorderings } from '@minhai/ledger';
import { freePortBase, startInstance, type TestInstance } from './support/instance.js';
import { ledgerOfBothDistricts, partOfTheLedger } from './support/ledger.js';
import { expectNothingLostAndAllExact } from './support/oracle.js';

const goldDigest = async (instance: TestInstance): Promise<string> => {
  const { stdout } = await instance.minhai(['indicators', '--as-of', '2020-12-31', '--json']);
  return stdout;
};

describe('what publishers do', () => {
  const lines = ledgerOfBothDistricts();
  let instance: TestInstance;

  beforeAll(async () => {
    instance = await startInstance();
  });

  afterAll(() => instance?.stop());

  it('given the ledger in reverse order through two gateways at once, then the figures are as published', async () => {
    const port = await freePortBase();
    await instance.stack.addService({ ...instance.plainService('gateway'), name: 'gateway-2', port });
    const half = Math.ceil(lines.length / 2);
    const reversed = [...lines].reverse();
    const [first, second] = await Promise.all([
      instance.load(reversed.slice(0, half), { gatewayUrls: [instance.gatewayUrl] }),
      instance.load(reversed.slice(half), { gatewayUrls: [`http://127.0.0.1:${port}`] }),
    ]);
    expect([...first.refused, ...second.refused]).toEqual([]);
    const sent = { acknowledged: [...first.acknowledged, ...second.acknowledged], refused: [], repeats: 0 };
    await expectNothingLostAndAllExact(instance, sent);
  });

  it('given a file published three times more, then nothing moves and every repeat is on record', async () => {
    const before = await goldDigest(instance);
    const again = partOfTheLedger();
    const sent = await instance.load([...again, ...again, ...again]);
    await expectNothingLostAndAllExact(instance, sent);
    expect(await goldDigest(instance)).toBe(before);
    const [{ repeats }] = (await instance.lake.query<{ repeats: number }>(
      "SELECT count(*) AS repeats FROM lake.receipt_status AS status WHERE status.status = 'duplicate'",
    )) as [{ repeats: number }];
    expect(repeats).toBeGreaterThanOrEqual(3 * again.length);
  });

  it('given one event years after all others, then the months between are written and the audit is exact', async () => {
    const beds = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(
        ({ type, correctionof }) => type === 'cn.gov.mca.eldercare.bed.changed' && correctionof === undefined,
      )!;
    const late = {
      ...beds,
      id: '018f2c00-0000-7000-8000-00000000a001',
      time: '2024-04-27T09:00:00+08:00',
      recordedtime: '2024-04-28T09:00:00+08:00',
    };
    const sent = await instance.load([JSON.stringify(late)]);
    expect(sent.acknowledged).toEqual([late.id]);
    await expectNothingLostAndAllExact(instance, sent);
  });

  it('given a file with every tenth line malformed, then exactly those are refused with line and code', async () => {
    const good = lines.slice(0, 900);
    const { text, malformed } = reorderings.withMalformedLines(`${good.join('\n')}\n`);
    const result = await instance.minhai(['publish', '-', '--json'], text);
    const summary = JSON.parse(result.stdout) as { refused: { line: number; code: string }[] };
    expect(result.code).toBe(1);
    expect(summary.refused.map(({ line }) => line)).toEqual(malformed);
    const acknowledged = good.map((line) => (JSON.parse(line) as { id: string }).id);
    await expectNothingLostAndAllExact(instance, { acknowledged, refused: [], repeats: 0 });
  });
});
