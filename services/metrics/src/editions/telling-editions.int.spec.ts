import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, inQingpu } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { openReaders } from '../readers/open-readers.js';
import type { EditionAnswer } from './editions.service.js';

const RIGHTS = ['edition.draft', 'edition.review', 'edition.publish'];
const directory = mkdtempSync(join(tmpdir(), 'minhai-telling-'));
const tokens = new Map<string, string>();
let house: House;

const STREET = '310118001';
const zoneOpened = () =>
  inQingpu(
    event(
      'cn.gov.mca.funeral.zone.opened',
      { cemeteryId: 'CM-1', zoneId: 'Z-1', openedOn: '2021-01-05', plotsPlanned: 900, kind: 'COMMERCIAL' },
      { time: '2021-01-05', street: STREET },
    ),
  );

const burials = (zoneId: string | null, numbers: readonly number[], recorded: string) =>
  numbers.map((number) =>
    inQingpu(
      event(
        'cn.gov.mca.funeral.burial.completed',
        {
          burialNo: `B-${zoneId ?? 'OLD'}-${number}`,
          cemeteryId: 'CM-1',
          form: 'EARTH',
          plotAreaM2: '0.50',
          zoneId,
          deceasedRef: `per_${number}`,
        },
        { time: '2021-06-01', recorded, street: STREET },
      ),
    ),
  );

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

beforeAll(async () => {
  const database = await metricsDatabase('telling');
  house = new House(database, { EDITION_KEY_FILE: join(directory, 'edition-key.pem') });
  await house.start();
  const { readers, close } = openReaders(database.url('minhai_metrics'));
  for (const name of ['zhao.min', 'qian.li', 'sun.wei'])
    tokens.set(name, (await readers.create(name, RIGHTS)).token);
  await close();
  // First 26 burials, 20 of them in the new zone; later 29 and 23.
  await house.accept([
    zoneOpened(),
    ...burials('Z-1', range(0, 20), '2021-06-02'),
    ...burials(null, range(0, 6), '2021-06-02'),
    ...burials('Z-1', range(20, 23), '2021-08-02'),
  ]);
  await house.settled();
});

afterAll(async () => {
  await house.close();
  rmSync(directory, { recursive: true });
});

async function post(path: string, by: string, body: unknown = {}) {
  const response = await fetch(`${house.service.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(by)}` },
  });
  return { status: response.status, body: (await response.json()) as EditionAnswer & { code?: string } };
}

const draft = (period: string, knownAt: string) =>
  post('/v1/editions', 'zhao.min', { district: '310118', period, knownAt: `${knownAt}T00:00:00+08:00` });

const publish = async (id: string) => {
  await post(`/v1/editions/${id}/review`, 'qian.li');
  return post(`/v1/editions/${id}/publish`, 'sun.wei');
};

describe('editions of the same day that tell of few people together', () => {
  it('given both drafted before either is published, then the second is refused when it is to be', async () => {
    const before = await draft('2021', '2021-07-01');
    const after = await draft('2021', '2021-09-01');
    expect([before.status, after.status]).toEqual([201, 201]);
    expect((await publish(before.body.id)).body.state).toBe('published');
    expect(await publish(after.body.id)).toMatchObject({ status: 422, body: { code: 'TELLING_DIFFERENCE' } });
  });

  it('given the same day under the name of its month, then it is refused as well', async () => {
    expect(await draft('2021-12', '2021-09-01')).toMatchObject({
      status: 422,
      body: { code: 'TELLING_DIFFERENCE' },
    });
  });
});
