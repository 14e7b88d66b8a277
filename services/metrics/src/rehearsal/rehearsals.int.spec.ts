import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beds, opened } from '../accepted-events.fixture.js';
import type { DefinitionVersion, DefinitionWithText } from '../definitions/definitions.controller.js';
import { House } from '../house.fixture.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { storeDefinitions } from '../gold/definition.store.js';
import { openDatabase } from '@minhai/postgres';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import type { Rehearsal } from './rehearsals.service.js';

let house: House;

beforeAll(async () => {
  const database = await metricsDatabase('rehearsals');
  house = new House(database);
  await house.start();
  await house.accept([
    opened('chn-1', '2019-06-01', '310105001'),
    beds('chn-1', 100, 100, { time: '2019-12-31' }),
    beds('chn-1', 20, 20, { time: '2020-03-10', reason: 'NEW_BUILD', bedType: 'NURSING' }),
  ]);
  await house.settled();
});
afterAll(() => house.close());

async function rehearse(body: unknown) {
  const response = await fetch(`${house.service.url}/v1/rehearsals`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return {
    status: response.status,
    body: (await response.json()) as Rehearsal & { problems: { pointer: string }[] },
  };
}

const versionsOf = async (id: string) =>
  ((await house.get(`/v1/definitions/${id}`)) as { versions: DefinitionWithText[] }).versions;

const everything = () =>
  house.sql(`SELECT (SELECT json_agg(i ORDER BY i.id) FROM gold.indicator i)::text AS indicators,
    (SELECT json_agg(v ORDER BY v.indicator_id, v.region, v.period_end) FROM metrics.indicator_value v)::text AS figures,
    (SELECT count(*) FROM gold.indicator_definition) AS definitions`);

describe('definitions', () => {
  it('given the service has started, then every definition in force is recorded with its digest', async () => {
    const { definitions } = (await house.get('/v1/definitions')) as { definitions: DefinitionVersion[] };
    expect(definitions.map(({ id }) => id)).toEqual(INDICATORS.map(({ id }) => id).sort());
    expect(definitions[0]).toMatchObject({
      version: 1,
      validFrom: '2021-01-01',
      adoptedBy: 'catalogue',
      inForce: true,
    });
    expect((await fetch(`${house.service.url}/v1/definitions/none`)).status).toBe(404);
  });

  it('given another version, then the old one is kept beside it and nothing can be changed', async () => {
    const owner = openDatabase({ url: house.database.url('minhai_metrics'), applicationName: 'spec' });
    const others = INDICATORS.map((one) =>
      one.id === 'chn-eldercare-beds' ? { ...one, version: 2, validFrom: '2023-01-01', unit: '床' } : one,
    );
    await storeDefinitions(owner, others);
    await storeDefinitions(owner, others);
    await storeDefinitions(owner, INDICATORS);
    await owner.close();
    expect(
      (await versionsOf('chn-eldercare-beds')).map(({ version, validFrom, inForce }) => [
        version,
        validFrom,
        inForce,
      ]),
    ).toEqual([
      [1, '2021-01-01', true],
      [2, '2023-01-01', false],
    ]);
    await expect(house.sql(`DELETE FROM gold.indicator_definition`)).rejects.toThrow('append-only');
  });
});

describe('a rehearsal', () => {
  it('given a proposal, then reports what it would change, the same each time, and stores nothing', async () => {
    const { definition } = (await versionsOf('chn-eldercare-beds'))[0]!;
    const nursing = [{ measure: 'eldercare.beds', where: { bedType: ['NURSING'] } }];
    const { version: _, ...proposal } = { ...definition, numerator: nursing };
    const before = await everything();
    const { status, body } = await rehearse(proposal);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      indicator: 'chn-eldercare-beds',
      current: { version: 1 },
      proposed: { version: 2 },
      positions: [{ domain: 'eldercare', partition: 0, position: 3 }],
      district: {
        first: { periodEnd: '2019-12-31', before: '100' },
        last: { periodEnd: '2020-03-31', before: '120', after: '20', difference: '-100' },
      },
      smallCells: { after: { k: null } },
    });
    expect((await rehearse(proposal)).body).toEqual(body);
    expect(await everything()).toEqual(before);
  });

  it('given the form of a definition broken, then 400 points at it', async () => {
    const { definition } = (await versionsOf('chn-eldercare-beds'))[0]!;
    const { status, body } = await rehearse({ ...definition, factor: 0.5, numerator: [] });
    expect(status).toBe(400);
    expect(body.problems.map(({ pointer }) => pointer)).toEqual(['/numerator', '/factor']);
  });

  it('given a proposal that makes no sense, then 422 points at everything that is wrong', async () => {
    const { definition } = (await versionsOf('chn-nursing-bed-share'))[0]!;
    const where = { colour: ['RED'] };
    const numerator = [{ measure: 'eldercare.beds', where }, { measure: 'no.such' }];
    const { status, body } = await rehearse({ ...definition, denominator: null, numerator });
    expect(status).toBe(422);
    expect(body.problems.map(({ pointer }) => pointer)).toEqual([
      '/version',
      '/numerator/0/where/colour',
      '/numerator/1/measure',
      '/denominator',
    ]);
  });
});
