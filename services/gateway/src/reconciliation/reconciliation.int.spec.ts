import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';

const OWN = 'urn:mca:310105:eldercare';
const FOREIGN = 'urn:mca:310118:eldercare';
const TYPE = 'cn.gov.mca.eldercare.bed.changed';
const heldId = (n: number): string => `01725b0c-0000-7000-8000-${String(n).padStart(12, '0')}`;

const COUNTS = `INSERT INTO lake.reconciliation VALUES
  ('2026-03-01', '${OWN}', '${TYPE}', 'accepted', NULL, 900),
  ('2026-03-01', '${OWN}', '${TYPE}', 'quarantined', 'REGION', 150),
  ('2026-03-01', '${OWN}', '${TYPE}', 'conflict', 'ID_CONFLICT', 1),
  ('2026-03-01', '${OWN}', '${TYPE}', 'duplicate', NULL, 40),
  ('2026-03-02', '${OWN}', '${TYPE}', 'accepted', NULL, 7),
  ('2026-03-01', '${FOREIGN}', '${TYPE}', 'quarantined', 'SIZE', 1),
  ('2026-03-01', NULL, NULL, 'quarantined', 'FRAME', 2)`;

/** 150 held and a conflict of its own, then one of another's and two of nobody's. */
const HELD = `INSERT INTO lake.reconciliation_held
  SELECT n, CASE WHEN n <= 151 THEN '${OWN}' WHEN n = 152 THEN '${FOREIGN}' END,
         CASE WHEN n <= 152 THEN '${TYPE}' END,
         CASE WHEN n <= 152 THEN ('01725b0c-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid END,
         CASE n WHEN 151 THEN 'conflict' ELSE 'quarantined' END,
         CASE WHEN n <= 150 THEN 'REGION' WHEN n = 151 THEN 'ID_CONFLICT' WHEN n = 152 THEN 'SIZE' ELSE 'FRAME' END,
         '/streetid', 'eldercare', 'mca.intake.eldercare', 1, n, timestamptz '2026-03-01T23:59:59+08:00'
  FROM generate_series(1, 154) AS n`;

let gateway: GatewayUnderTest;
let own: string;
let everybody: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  own = await gateway.token('urn:mca:310105:*');
  everybody = await gateway.token('urn:mca:*');
  await gateway.owner.query(COUNTS);
  await gateway.owner.query(HELD);
});
afterAll(() => gateway.stop());

const ask = (path: string, token = own, accept = 'application/json'): Promise<Response> =>
  fetch(`${gateway.url}/v1/reconciliation${path}`, { headers: { authorization: `Bearer ${token}`, accept } });

const json = async (path: string, token = own): Promise<any> => (await ask(path, token)).json();

describe('GET /v1/reconciliation', () => {
  it('adds up per source, day and type, and lists what did not land', async () => {
    const body = await json(`?source=${OWN}&day=2026-03-01`);
    expect(body).toMatchObject({
      source: OWN,
      from: '2026-03-01',
      to: '2026-03-01',
      complete: true,
      totals: {
        sent: 1091,
        landed: 900,
        held: 150,
        duplicates: 40,
        conflicts: 1,
        heldByCode: { REGION: 150 },
      },
    });
    expect(body.days).toMatchObject([
      { day: '2026-03-01', source: OWN, types: [{ type: TYPE, sent: 1091 }] },
    ]);
    expect(body.held.records).toHaveLength(100);
    expect(body.held.records[0]).toMatchObject({
      eventId: heldId(1),
      code: 'REGION',
      advice: { zh: expect.stringContaining('区划') },
      origin: { topic: 'mca.intake.eldercare', partition: 1, offset: 1 },
    });
  });

  it('takes a range of days, and today when none is named', async () => {
    const range = await json(`?from=2026-03-01&to=2026-03-31`);
    expect(range.days.map(({ day, sent }: { day: string; sent: number }) => [day, sent])).toEqual([
      ['2026-03-01', 1091],
      ['2026-03-02', 7],
    ]);
    const today = await json('');
    expect(today).toMatchObject({ complete: false, totals: { sent: 0, heldByCode: {} }, days: [] });
  });

  it('shows a source to its own credential only, and what is nobody’s to those bound to every source', async () => {
    const sources = async (token: string): Promise<unknown[]> =>
      (await json('?day=2026-03-01', token)).days.map(({ source }: { source: unknown }) => source);
    expect(await sources(own)).toEqual([OWN]);
    expect(await sources(everybody)).toEqual([OWN, FOREIGN, null]);
    const foreign = await ask(`?source=${FOREIGN}&day=2026-03-01`);
    expect([foreign.status, ((await foreign.json()) as { code: string }).code]).toEqual([
      403,
      'SOURCE_NOT_ALLOWED',
    ]);
    expect((await ask('?source=unattributed&day=2026-03-01')).status).toBe(403);
    const nobodys = await json('?source=unattributed&day=2026-03-01', everybody);
    expect([nobodys.totals.sent, nobodys.held.records.map((each: any) => each.eventId)]).toEqual([
      2,
      [null, null],
    ]);
  });

  it.each(['?format=csv&', '?'])('answers CSV (%s)', async (form) => {
    const response = await ask(`${form}day=2026-03-01`, own, 'text/csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('reconciliation-2026-03-01.csv');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toBe(
      '\uFEFFday,source,type,sent,landed,held,duplicates,conflicts,heldByCode\r\n' +
        `2026-03-01,${OWN},${TYPE},1091,900,150,40,1,REGION:150\r\n`,
    );
  });

  it.each([
    '?day=2026-02-30',
    '?day=yesterday',
    '?from=2026-03-01',
    '?from=2026-03-02&to=2026-03-01',
    '?from=2026-01-01&to=2026-03-01',
    '?day=2026-03-01&from=2026-03-01&to=2026-03-01',
    '?format=xml',
    '?source=x',
  ])('refuses %s', async (query) => {
    const response = await ask(query);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'QUERY']);
  });

  it('asks for a credential', async () => {
    expect((await ask('?day=2026-03-01', 'x')).status).toBe(401);
  });
});

describe('GET /v1/reconciliation/held', () => {
  it('pages through every record of the own sources', async () => {
    const ids: string[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await json(`/held?day=2026-03-01&limit=60&after=${after}`);
      ids.push(...page.records.map(({ eventId }: { eventId: string }) => eventId));
      after = page.next;
    }
    expect(ids).toEqual(Array.from({ length: 151 }, (_, i) => heldId(i + 1)));
  });

  it('answers CSV page by page, with advice in both languages', async () => {
    const response = await ask('/held?day=2026-03-01&limit=60', own, 'text/csv');
    expect(response.headers.get('x-next-after')).toBe('60');
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(61);
    expect(lines[1]).toContain('区划代码不存在');
  });

  it('given another day, then there is nothing', async () => {
    expect(await json('/held?day=2026-03-02')).toEqual({ records: [], next: null });
  });

  it.each(['limit=0', 'limit=1001', 'after=-1'])('refuses %s', async (query) => {
    expect((await ask(`/held?day=2026-03-01&${query}`)).status).toBe(400);
  });
});
