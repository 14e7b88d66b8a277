import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@minhai/postgres';
import { Failpoints } from '../failpoints/failpoints.js';
import { candidate, heldAt, idOf, origin, slice } from '../fixtures/candidates.fixture.spec.js';
import { count, lakeDatabase, statuses, type LakeDatabase } from '../fixtures/lake-database.fixture.spec.js';
import { claimPartition, readPartition, type PartitionState } from '../positions/position.store.js';
import { SliceAcceptor, type Acceptance, type Slice } from './accept-slice.js';

let databases: LakeDatabase;
let lake: Database;
let acceptor: SliceAcceptor;

beforeAll(async () => {
  databases = await lakeDatabase('accept-slice');
  lake = databases.lake;
  acceptor = new SliceAcceptor(lake, Failpoints.none);
});

beforeEach(async () => {
  const owner = databases.as('minhai_owner');
  await owner.query(
    'TRUNCATE lake.event, lake.quarantine, lake.receipt, lake.intake_partition, lake.publication, lake.daily_outcome',
  );
});

afterAll(() => databases.drop());

async function committed(
  pending: Promise<Acceptance>,
): Promise<Extract<Acceptance, { outcome: 'committed' }>> {
  const acceptance = await pending;
  if (acceptance.outcome !== 'committed') throw new Error('not committed');
  return acceptance;
}

const accept = (given: Slice, expectRepeats = false) => committed(acceptor.accept(given, expectRepeats));
const start = (partition = 0): Promise<PartitionState> => claimPartition(lake, origin(partition));

describe('SliceAcceptor', () => {
  it('given new events and a bad record, then positions count from 1 and the offset passes all', async () => {
    const from = await start();
    const { state } = await accept(
      slice(from, [candidate(0, 'a'), candidate(2, 'b')], { held: [heldAt(1)] }),
    );
    expect(state).toEqual({ epoch: from.epoch, nextOffset: 3n, position: 2 });
    expect(await readPartition(lake, origin())).toEqual(state);
    const rows = await statuses(lake);
    expect(rows.map(({ status, position }) => [status, position])).toEqual([
      ['accepted', 1],
      ['accepted', 2],
      ['quarantined', null],
    ]);
  });

  it.each([false, true])(
    'given the same batch twice, then the second is all duplicates (careful at once: %p)',
    async (careful) => {
      const batch = [candidate(0, 'a'), candidate(1, 'b')];
      const first = await accept(slice(await start(), batch), careful);
      const again = [candidate(2, 'a'), candidate(3, 'b')];
      const second = await accept(slice(first.state, again), careful);
      expect(second).toMatchObject({
        repeats: 2,
        placed: [],
        held: [],
        state: { position: 2, nextOffset: 4n },
      });
      expect(await count(lake, 'event')).toBe(2);
      expect(await count(lake, 'receipt')).toBe(2);
    },
  );

  it('given slices of several partitions, then one transaction accepts all of them, each in its own numbers', async () => {
    const [one, two] = [await start(0), await start(1)];
    const slices = [
      slice(one, [candidate(0, 'a'), candidate(1, 'b')]),
      { ...slice(two, [candidate(0, 'c')], { held: [heldAt(1)] }), origin: origin(1) },
    ];
    const accepted = await acceptor.acceptTogether(slices);
    expect(accepted).toMatchObject([
      { outcome: 'committed', state: { position: 2, nextOffset: 2n } },
      { outcome: 'committed', state: { position: 1, nextOffset: 2n } },
    ]);
    const stored = await lake.query<{ same: number }>(
      'SELECT count(DISTINCT xmin::text)::int AS same FROM lake.event',
    );
    expect([await count(lake, 'event'), stored[0]!.same]).toEqual([3, 1]);
    expect(await readPartition(lake, origin(1))).toMatchObject({ position: 1, nextOffset: 2n });
  });

  it('given a known id in one of them, or a partition that moved, then nothing of any is written', async () => {
    const { state } = await accept(slice(await start(0), [candidate(0, 'a')]));
    const two = await start(1);
    const other = { ...slice(two, [candidate(0, 'c')]), origin: origin(1) };
    await expect(acceptor.acceptTogether([slice(state, [candidate(1, 'a')]), other])).rejects.toThrow(
      'repeats',
    );
    await start(0);
    await expect(acceptor.acceptTogether([slice(state, [candidate(1, 'b')]), other])).rejects.toThrow(
      'moved',
    );
    expect(await count(lake, 'event')).toBe(1);
    expect(await readPartition(lake, origin(1))).toEqual(two);
  });

  it('given a crash before the commit, then nothing is there and the repetition succeeds', async () => {
    const crashing = new SliceAcceptor(
      lake,
      Failpoints.parse('lake.before-commit:throw:1', { kill: () => undefined }),
    );
    const given = slice(await start(), [candidate(0, 'a')], { held: [heldAt(1)] });
    await expect(crashing.accept(given, false)).rejects.toThrow('lake.before-commit');
    expect([await count(lake, 'event'), await count(lake, 'quarantine')]).toEqual([0, 0]);
    expect((await committed(crashing.accept(given, false))).state.position).toBe(1);
  });

  it('given another content under an accepted id, then it is held as a conflict and the first stays', async () => {
    const first = await accept(slice(await start(), [candidate(0, 'a', 'first')]));
    const second = await accept(slice(first.state, [candidate(1, 'a', 'second'), candidate(2, 'b')]));
    expect(second.held[0]).toMatchObject({ eventId: idOf('bad-1'), problems: [{ code: 'ID_CONFLICT' }] });
    expect(second.placed.map(({ position }) => position)).toEqual([2]);
    const [kept] = await lake.query<{ payload: Buffer }>(
      `SELECT e.payload FROM lake.event e WHERE e.id = $1`,
      [idOf('a')],
    );
    expect(kept!.payload.toString()).toBe('first');
  });

  it('given one id three times in one batch, then one is accepted, one repeats it, one conflicts', async () => {
    const batch = [candidate(0, 'a', 'x'), candidate(1, 'a', 'x'), candidate(2, 'a', 'y'), candidate(3, 'b')];
    const { placed, repeats, held } = await accept(slice(await start(), batch));
    expect([placed.map(({ position }) => position), repeats, held.length]).toEqual([[1, 2], 1, 1]);
  });

  it.each([false, true])(
    'given a zombie after a new claim, then nothing of it is written (careful: %p)',
    async (careful) => {
      const zombie = await start();
      await start();
      expect(await acceptor.accept(slice(zombie, [candidate(0, 'a')]), careful)).toEqual({
        outcome: 'moved',
      });
      expect(await count(lake, 'event')).toBe(0);
    },
  );

  it('given a commit whose reply was lost, when the batch is repeated, then it is seen as moved', async () => {
    const given = slice(await start(), [candidate(0, 'a')]);
    await accept(given);
    expect(await acceptor.accept(given, false)).toEqual({ outcome: 'moved' });
    expect([await count(lake, 'event'), await count(lake, 'receipt')]).toEqual([1, 0]);
  });

  it('given an empty slice of bad records only, then they are held', async () => {
    const { state } = await accept(slice(await start(), [], { held: [heldAt(0), heldAt(1)] }));
    expect([state.position, state.nextOffset, await count(lake, 'quarantine')]).toEqual([0, 2n, 2]);
  });

  it.each([
    ['opposite orders', false],
    ['the same order, careful at once', true],
  ])(
    'given two partitions with the same ids in %s, then each is accepted once and no position is missing',
    async (_, careful) => {
      const names = Array.from({ length: 400 }, (_, i) => `shared-${i}`);
      const run = async (partition: number): Promise<void> => {
        let state = await start(partition);
        const order = partition === 0 || careful ? names : names.toReversed();
        for (let at = 0; at < order.length; at += 40) {
          const part = order.slice(at, at + 40).map((name, i) => candidate(at + i, name));
          state = (await accept(slice(state, part, { at: origin(partition) }), careful)).state;
        }
      };
      await Promise.all([run(0), run(1)]);
      const rows = await lake.query<{ partition_no: number; n: number; first: number; last: number }>(
        `SELECT e.partition_no, count(*)::int AS n, min(e.position) AS first, max(e.position) AS last
       FROM lake.event e GROUP BY e.partition_no ORDER BY e.partition_no`,
      );
      for (const { n, first, last } of rows) expect([first, last]).toEqual([1, n]);
      expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(400);
      expect(await count(lake, 'receipt')).toBe(400);
    },
  );
});
