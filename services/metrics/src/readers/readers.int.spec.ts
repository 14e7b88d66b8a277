import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../house.fixture.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { openReaders, type OpenReaders } from './open-readers.js';

let house: House;
let opened: OpenReaders;

beforeAll(async () => {
  const database = await metricsDatabase('readers');
  house = new House(database);
  await house.start();
  opened = openReaders(database.url('minhai_metrics'));
});
afterAll(async () => {
  await opened.close();
  await house.close();
});

const statusOf = async (authorization?: string): Promise<number> => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  return (await fetch(`${house.service.url}/v1/indicators?district=310105`, { headers })).status;
};

describe('readers', () => {
  it('given a token, then its hash alone is stored and the reader is known by it', async () => {
    const { readers } = opened;
    const { token } = await readers.create('zhao.min', ['edition.draft', 'edition.draft']);
    expect(await readers.find(token)).toEqual({ name: 'zhao.min', rights: new Set(['edition.draft']) });
    expect(JSON.stringify(await house.sql('SELECT r.* FROM metrics.reader r'))).not.toContain(token);
  });

  it('given a name that is taken, reserved or malformed, or an unknown right, then nothing is made', async () => {
    const { readers } = opened;
    await readers.create('qian.li', []);
    await expect(readers.create('qian.li', [])).rejects.toMatchObject({ status: 409 });
    for (const name of ['anonymous', 'Q', 'with space'])
      await expect(readers.create(name, [])).rejects.toMatchObject({ status: 422 });
    await expect(readers.create('sun.wei', ['all'])).rejects.toMatchObject({ status: 422 });
    expect((await readers.list()).map(({ name }) => name)).not.toContain('sun.wei');
  });

  it('given no token, a good one, a wrong one and a revoked one, then 200, 200, 401 and 401', async () => {
    const { token } = await opened.readers.create('li.na', ['small-cells']);
    expect(await statusOf()).toBe(200);
    expect(await statusOf(`Bearer ${token}`)).toBe(200);
    expect(await statusOf(`Bearer mhr_${'A'.repeat(43)}`)).toBe(401);
    expect(await statusOf('Basic eDp5')).toBe(401);
    expect(await opened.readers.revoke('li.na')).toBe(true);
    expect(await statusOf(`Bearer ${token}`)).toBe(401);
    expect(await opened.readers.revoke('nobody')).toBe(false);
  });
});
