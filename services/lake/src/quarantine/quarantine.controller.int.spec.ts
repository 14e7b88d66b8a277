import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../fixtures/candidates.fixture.spec.js';
import { broken, closing } from '../fixtures/intake.fixture.spec.js';
import { LakeUnderTest } from '../fixtures/lake.fixture.spec.js';
import type { QuarantinePage } from './quarantine.controller.js';
import type { QuarantineDetail } from './quarantine.read-model.js';

let lake: LakeUnderTest;

beforeAll(async () => {
  lake = await LakeUnderTest.make('quarantine');
  await lake.start();
  const secret = {
    ...closing('secret'),
    headers: { ...closing('secret').headers, 'x-name-of-a-person': Buffer.from('personal words') },
  };
  await lake.publish(
    [broken('bad-1'), { ...secret, value: Buffer.from('personal words') }, broken('bad-2'), closing('good')],
    0,
  );
  await lake.settled();
});

afterAll(() => lake.drop());

const get = async <T>(path: string): Promise<{ status: number; body: T; text: string }> => {
  const response = await fetch(`${lake.url}${path}`);
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as T };
};

describe('GET /v1/quarantine', () => {
  it('given held records, then they are listed newest first, page by page', async () => {
    const first = await get<QuarantinePage>('/v1/quarantine?limit=2');
    expect(first.body.entries.map(({ offset }) => offset)).toEqual([2, 1]);
    const second = await get<QuarantinePage>(`/v1/quarantine?limit=2&before=${first.body.next}`);
    expect(second.body).toMatchObject({
      entries: [{ offset: 0, eventId: idOf('bad-1'), state: 'held' }],
      next: null,
    });
  });

  it('given a code, then only its entries are listed', async () => {
    const { body } = await get<QuarantinePage>('/v1/quarantine?code=FRAME');
    expect(body.entries.map(({ offset, code }) => [offset, code])).toEqual([[1, 'FRAME']]);
  });

  it('given an entry, then envelope and reason are shown, sizes and digests of the bytes, and no content', async () => {
    const { entries } = (await get<QuarantinePage>('/v1/quarantine?code=FRAME')).body;
    const { body, text } = await get<QuarantineDetail>(`/v1/quarantine/${entries[0]!.id}`);
    expect(body).toMatchObject({
      eventId: idOf('secret'),
      type: 'cn.gov.mca.eldercare.institution.closed',
      valueBytes: 14,
      value: { bytes: 14, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(body.headers).toContainEqual({ name: 'ce_id', bytes: 36 });
    expect(text).not.toContain('personal words');
    expect(text).not.toContain(Buffer.from('personal words').toString('hex'));
  });

  it.each([
    ['/v1/quarantine?limit=0', 400],
    ['/v1/quarantine?limit=501', 400],
    ['/v1/quarantine?code=NO_SUCH', 400],
    ['/v1/quarantine/abc', 400],
    ['/v1/quarantine/999999', 404],
  ])('given %s, then it is refused with %d as problem+json', async (path, status) => {
    const response = await fetch(`${lake.url}${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('problem+json'),
    ]);
  });

  it('given the metrics page, then what became of the records is counted', async () => {
    const text = await (await fetch(`${lake.url}/metrics`)).text();
    expect(text).toMatch(/minhai_lake_accepted_total\{[^}]*domain="eldercare"[^}]*\} 1/);
    expect(text).toMatch(/minhai_lake_quarantined_total\{[^}]*code="FRAME"[^}]*\} 1/);
    expect(text).toContain('minhai_lake_batch_seconds_bucket');
  });
});
