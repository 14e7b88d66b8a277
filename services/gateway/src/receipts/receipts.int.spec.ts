import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';

const ACCEPTED = '01725b0c-0000-7000-8000-00000000000a';
const HELD = '01725b0c-0000-7000-8000-00000000000b';
const FOREIGN = '01725b0c-0000-7000-8000-00000000000c';
const UNSEEN = '01725b0c-0000-7000-8000-00000000000d';
const OWN_SOURCE = 'urn:mca:310105:eldercare';

let gateway: GatewayUnderTest;
let token: string;

const INSERT = `INSERT INTO lake.receipt_row VALUES
  ('${ACCEPTED}', '${OWN_SOURCE}', 'duplicate', NULL, NULL, NULL, 'eldercare', 2, NULL, '2021-01-02T00:00:00Z'),
  ('${ACCEPTED}', '${OWN_SOURCE}', 'accepted', NULL, NULL, NULL, 'eldercare', 2, 17, '2021-01-01T00:00:00Z'),
  ('${HELD}', '${OWN_SOURCE}', 'quarantined', 'REGION', '/streetid', 'say which', 'eldercare', 1, NULL, '2021-01-01T00:00:00Z'),
  ('${FOREIGN}', 'urn:mca:310118:eldercare', 'accepted', NULL, NULL, NULL, 'eldercare', 0, 1, '2021-01-01T00:00:00Z')`;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  token = await gateway.token('urn:mca:310105:*');
  await gateway.owner.query(INSERT);
});
afterAll(() => gateway.stop());

async function ask(
  path: string,
  body?: string,
  authorization = `Bearer ${token}`,
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${gateway.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
    body,
  });
  return { status: response.status, body: await response.json() };
}

describe('GET /v1/receipts/{id}', () => {
  it('tells what counts first and all that happened, oldest first', async () => {
    const { status, body } = await ask(`/v1/receipts/${ACCEPTED}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: ACCEPTED,
      status: 'accepted',
      domain: 'eldercare',
      partition: 2,
      position: 17,
    });
    expect(body.receivedAt).toBe('2021-01-01T08:00:00+08:00');
    expect(body.history.map(({ status: each }: { status: string }) => each)).toEqual([
      'accepted',
      'duplicate',
    ]);
  });

  it('knows an id in any spelling', async () => {
    expect((await ask(`/v1/receipts/${ACCEPTED.toUpperCase()}`)).body.id).toBe(ACCEPTED);
  });

  it('says why an event is held', async () => {
    expect((await ask(`/v1/receipts/${HELD}`)).body).toMatchObject({
      status: 'quarantined',
      code: 'REGION',
      pointer: '/streetid',
      message: 'say which',
    });
  });

  it('makes no difference between an unseen event and one of another source', async () => {
    const unseen = await ask(`/v1/receipts/${UNSEEN}`);
    const foreign = await ask(`/v1/receipts/${FOREIGN}`);
    expect(unseen.status).toBe(404);
    expect(unseen.body.code).toBe('NOT_FOUND');
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...unseen.body, traceId: '' });
    expect(foreign.status).toBe(404);
  });

  it.each(['nonsense', "' OR 1=1 --", '%00'])('refuses %j as an id', async (id) => {
    expect((await ask(`/v1/receipts/${encodeURIComponent(id)}`)).status).toBe(400);
  });

  it('asks for a credential', async () => {
    expect((await ask(`/v1/receipts/${ACCEPTED}`, undefined, '')).status).toBe(401);
  });
});

describe('POST /v1/receipts/lookup', () => {
  it('answers for every id in the order asked', async () => {
    const ids = [UNSEEN, HELD, FOREIGN, ACCEPTED];
    const { status, body } = await ask('/v1/receipts/lookup', JSON.stringify({ ids }));
    expect(status).toBe(200);
    expect(
      body.receipts.map((receipt: { id: string; status: string }) => [receipt.id, receipt.status]),
    ).toEqual([
      [UNSEEN, 'pending'],
      [HELD, 'quarantined'],
      [FOREIGN, 'pending'],
      [ACCEPTED, 'accepted'],
    ]);
  });

  it.each([
    ['999 ids', JSON.stringify({ ids: Array(999).fill(UNSEEN) }), 200],
    ['1000 ids', JSON.stringify({ ids: Array(1000).fill(UNSEEN) }), 200],
    ['1001 ids', JSON.stringify({ ids: Array(1001).fill(UNSEEN) }), 400],
    ['no ids', JSON.stringify({ ids: [] }), 400],
    ['a number', JSON.stringify({ ids: [1] }), 400],
    ['no object', '[]', 400],
    ['no JSON', '{', 400],
    ['a prototype', '{"__proto__": {"ids": []}}', 400],
  ])('given %s', async (_, body, status) => {
    expect((await ask('/v1/receipts/lookup', body)).status).toBe(status);
  });

  it('asks for a credential', async () => {
    expect((await ask('/v1/receipts/lookup', JSON.stringify({ ids: [ACCEPTED] }), 'Bearer x')).status).toBe(
      401,
    );
  });
});
