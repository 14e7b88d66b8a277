import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beds, cloudHouseholds, elderly, opened, voided } from '../accepted-events.fixture.js';
import { House } from '../house.fixture.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { openReaders } from '../readers/open-readers.js';
import type { EditionContents } from './contents.js';
import { verifyEdition } from './edition-verifier.js';
import type { EditionAnswer } from './editions.service.js';
import { rebuildEdition } from './rebuild-edition.js';
import type { Restatement } from './restatement.service.js';

const RIGHTS = ['edition.draft', 'edition.review', 'edition.publish'];
const directory = mkdtempSync(join(tmpdir(), 'minhai-editions-'));
const tokens = new Map<string, string>();
const reduced = beds('chn-1', -10, 90, { time: '2020-05-01', recorded: '2020-05-01', reason: 'REDUCTION' });
let house: House;

beforeAll(async () => {
  const database = await metricsDatabase('editions');
  house = new House(database, { EDITION_KEY_FILE: join(directory, 'secrets', 'edition-key.pem') });
  await house.start();
  const { readers, close } = openReaders(database.url('minhai_metrics'));
  for (const name of ['zhao.min', 'qian.li', 'sun.wei'])
    tokens.set(name, (await readers.create(name, RIGHTS)).token);
  tokens.set('li.na', (await readers.create('li.na', [])).token);
  await close();
  await house.accept([
    opened('chn-1', '2019-06-01', '310105001'),
    beds('chn-1', 100, 100, { time: '2019-12-31' }),
    reduced,
    opened('chn-2', '2020-06-01', '310105002'),
    beds('chn-2', 30, 30, { time: '2020-06-01', reason: 'NEW_BUILD', street: '310105002' }),
    elderly(4500, '2021-01-10'),
    cloudHouseholds(50, '2020-11', { time: '2020-11-30', recorded: '2020-12-03' }),
    beds('chn-2', 7, 37, {
      time: '2020-12-01',
      recorded: '2021-06-01',
      reason: 'EXPANSION',
      street: '310105002',
    }),
  ]);
  await house.sql(
    `INSERT INTO lake.held_event (region_id) VALUES ('310105'), ('310105'), (NULL), ('310118')`,
  );
  await house.settled();
});

afterAll(async () => {
  await house.close();
  rmSync(directory, { recursive: true });
});

async function post(path: string, by: string | null, body: unknown = {}) {
  const authorization: Record<string, string> =
    by === null ? {} : { authorization: `Bearer ${tokens.get(by)}` };
  const response = await fetch(`${house.service.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...authorization },
  });
  return { status: response.status, body: (await response.json()) as EditionAnswer & { detail: string } };
}

const textOf = async (path: string) => {
  const response = await fetch(`${house.service.url}${path}`);
  return { text: await response.text(), headers: response.headers };
};

const YEAR = { district: '310105', period: '2020', knownAt: '2021-03-01T00:00:00+08:00' };
const ID = '310105-2020-1';
const PATH = `/v1/editions/${ID}`;
const rebuild = () => rebuildEdition({ databaseUrl: house.database.url('minhai_metrics'), edition: ID });
let published: string;

describe('an edition', () => {
  it('given a reader without the right, or none, then nothing is drafted', async () => {
    expect((await post('/v1/editions', null, YEAR)).status).toBe(401);
    expect((await post('/v1/editions', 'li.na', YEAR)).status).toBe(403);
    expect(await house.get('/v1/editions')).toEqual({ editions: [] });
  });

  it('given a district, a period or a time that is none, then 400 names it', async () => {
    for (const wrong of [{ district: '3101' }, { period: '2020-13' }, { knownAt: '2021' }, { more: 1 }])
      expect((await post('/v1/editions', 'zhao.min', { ...YEAR, ...wrong })).status).toBe(400);
  });

  it('given the service’s own description, then it tells what a draft takes', async () => {
    const { paths } = (await house.get('/openapi.json')) as {
      paths: Record<string, { post?: { requestBody?: unknown } }>;
    };
    const body = JSON.stringify(paths['/v1/editions']!.post!.requestBody);
    for (const name of ['district', 'period', 'knownAt']) expect(body).toContain(`"${name}"`);
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/v1/rehearsals', '/v1/edition-keys', '/v1/editions/{id}/file']),
    );
  });

  it('given a draft, then it is pinned; drafted again, it is the same', async () => {
    const first = await post('/v1/editions', 'zhao.min', YEAR);
    expect(first).toMatchObject({ status: 201, body: { id: ID, state: 'draft', asOf: '2020-12-31' } });
    const again = await post('/v1/editions', 'qian.li', YEAR);
    expect(again).toMatchObject({ status: 200, body: first.body });
    const contents = JSON.parse((await textOf(`${PATH}/edition.json`)).text) as EditionContents;
    expect(contents).toMatchObject({
      knownAt: '2021-03-01T00:00:00+08:00',
      held: { district: 2, unattributed: 1 },
      positions: [
        { domain: 'community', partition: 0, position: 1 },
        { domain: 'eldercare', partition: 0, position: 6 },
        { domain: 'ref', partition: 0, position: 1 },
      ],
    });
    const figures = contents.figures.filter(({ indicator }) => indicator === 'chn-eldercare-beds');
    expect(figures.map(({ region, value }) => [region, value])).toEqual([
      ['310105', '120'],
      ['310105001', '90'],
      ['310105002', '30'],
    ]);
  });

  it('given the same person, then the next step is refused by the service and by the database', async () => {
    expect(await post(`${PATH}/review`, 'zhao.min')).toMatchObject({
      status: 409,
      body: { code: 'EDITION_STEP', earlier: 'draft' },
    });
    await expect(
      house.sql(`INSERT INTO gold.edition_transition
        SELECT t.edition_id, 2, 'reviewed', t.by_reader, t.at, t.digest, NULL, t.key_id, 'x', 'x' FROM gold.edition_transition t`),
    ).rejects.toThrow('edition_by_three_persons');
    expect((await post(`${PATH}/publish`, 'qian.li')).status).toBe(409);
  });

  it('given two others, then it is reviewed and published', async () => {
    expect(await post(`${PATH}/review`, 'qian.li')).toMatchObject({
      status: 201,
      body: { state: 'reviewed' },
    });
    expect((await post(`${PATH}/publish`, 'qian.li')).status).toBe(409);
    expect(await post(`${PATH}/publish`, 'sun.wei')).toMatchObject({
      status: 201,
      body: { state: 'published' },
    });
  });

  it('given the exported file, then it is valid by the listed key, and its ETags name its bytes', async () => {
    const { text } = await textOf(`${PATH}/file`);
    const { keys } = (await house.get('/v1/edition-keys')) as { keys: { id: string }[] };
    expect(verifyEdition(Buffer.from(text), [keys[0]!.id])).toMatchObject({
      problems: [],
      claim: {
        edition: ID,
        state: 'published',
        steps: [{ by: 'zhao.min' }, { by: 'qian.li' }, { by: 'sun.wei' }],
      },
    });
    const { digest } = (await house.get(PATH)) as EditionAnswer;
    expect((await textOf(`${PATH}/edition.json`)).headers.get('etag')).toBe(`"${digest}"`);
    published = text;
  });

  it('given the verifier’s files alone in another folder, then plain Node verifies with them', async () => {
    const files = ['edition-verifier.js', 'canonical-text.js', 'edition-file.js'];
    for (const file of files) copyFileSync(new URL(file, import.meta.url), join(directory, file));
    writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
    writeFileSync(join(directory, 'edition.json'), published);
    const program = `import { readFileSync } from 'node:fs';
      import { verifyEdition } from './edition-verifier.js';
      process.stdout.write(String(verifyEdition(readFileSync('edition.json')).valid));`;
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: directory });
    expect(told.toString()).toBe('true');
  });

  it('given an event that was there but registered after the pinned time, then the note counts it in', async () => {
    const { changed, present } = (await house.get(`${PATH}/restatement`)) as Restatement;
    expect(present.knownAt).toBe('2021-06-01T09:00:00+08:00');
    expect(changed.filter(({ indicator }) => indicator === 'chn-eldercare-beds')).toMatchObject([
      {
        region: '310105',
        published: { value: '120' },
        present: { value: '127' },
        difference: { value: '7' },
      },
      {
        region: '310105002',
        difference: { value: '7' },
        eventCount: 1,
        events: [{ kind: 'late', position: 6 }],
      },
    ]);
  });

  it('given a late event and a void, then the note shows them, the file stays, and the rebuild is identical', async () => {
    await house.accept([
      beds('chn-1', 4, 94, { time: '2020-09-01', recorded: '2020-09-02', reason: 'EXPANSION' }),
      voided(reduced, '2021-08-01'),
      cloudHouseholds(60, '2020-11', { time: '2020-11-30', recorded: '2021-08-02' }),
    ]);
    await house.settled();
    const { changed, restatedPeriods } = (await house.get(`${PATH}/restatement`)) as Restatement;
    expect(restatedPeriods).toMatchObject([{ fact: 'community.cloud-reports', street: null }]);
    const street = changed.find(
      ({ indicator, region }) => indicator === 'chn-eldercare-beds' && region === '310105001',
    );
    expect(street).toMatchObject({
      published: { value: '90' },
      present: { value: '104' },
      difference: { value: '14' },
      arrivedLater: { value: '4' },
      registeredLater: { value: '10' },
      parts: [{ part: 'voids', value: '10', numerator: '10', eventCount: 1 }],
    });
    expect(street!.events.map(({ kind }) => kind)).toEqual(['late', 'void']);
    expect((await textOf(`${PATH}/file`)).text).toBe(published);
    expect(await rebuild()).toMatchObject({ identical: true, differences: [], events: 7 });
  });

  it('given contents that the lake does not make, then the rebuild says where', async () => {
    await house.sql("DELETE FROM lake.accepted_event WHERE domain = 'ref'");
    const { identical, differences } = await rebuild();
    expect(identical).toBe(false);
    expect(differences[0]!.pointer).toMatch(/^\/figures\/\d+\//);
  });

  it('given anybody, even the owner, then nothing of it can be changed in the database', async () => {
    for (const statement of [
      `UPDATE gold.edition SET digest = digest`,
      `DELETE FROM gold.edition_figure`,
      `UPDATE gold.edition_transition SET by_reader = 'x'`,
      `TRUNCATE gold.edition_key CASCADE`,
    ])
      await expect(house.sql(statement)).rejects.toThrow('append-only');
    await expect(
      house.sql(`INSERT INTO gold.edition_figure SELECT f.edition_id, 'x', f.region, 1, 1, 1, false, NULL, NULL, NULL, NULL, NULL,
        NULL, 1, '' FROM gold.edition_figure f LIMIT 1`),
    ).rejects.toThrow('its figures are complete');
    await expect(
      house.sql(`INSERT INTO gold.edition_transition SELECT t.edition_id, 4, 'published', 'wu.jun', t.at, t.digest, NULL, t.key_id,
        'x', 'x' FROM gold.edition_transition t WHERE t.sequence = 1`),
    ).rejects.toThrow('may not follow');
  });

  it('given two persons at once, then a draft is made once and a step taken once', async () => {
    const month = { ...YEAR, period: '2020-06' };
    const drafts = await Promise.all(['zhao.min', 'qian.li'].map((by) => post('/v1/editions', by, month)));
    expect(drafts.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(drafts.map(({ body }) => body.id))).toEqual(new Set(['310105-2020-06-1']));
    const reviews = await Promise.all(
      ['zhao.min', 'qian.li', 'sun.wei'].map((by) => post('/v1/editions/310105-2020-06-1/review', by)),
    );
    expect(reviews.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('given a reason, then it is withdrawn and stays; a new draft is another edition', async () => {
    expect((await post(`${PATH}/withdraw`, 'sun.wei', {})).status).toBe(400);
    expect(await post(`${PATH}/withdraw`, 'sun.wei', { reason: '示例' })).toMatchObject({ status: 201 });
    expect((await post(`${PATH}/publish`, 'li.na')).status).toBe(403);
    expect(verifyEdition(Buffer.from((await textOf(`${PATH}/file`)).text))).toMatchObject({
      valid: true,
      claim: { state: 'withdrawn' },
    });
    const next = await post('/v1/editions', 'zhao.min', YEAR);
    expect(next).toMatchObject({ status: 201, body: { id: '310105-2020-2' } });
  });
});
