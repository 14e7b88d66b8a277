import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf } from '../fixtures/candidates.fixture.spec.js';
import { broken, closing } from '../fixtures/intake.fixture.spec.js';
import { LakeUnderTest } from '../fixtures/lake.fixture.spec.js';

let lake: LakeUnderTest;

beforeAll(async () => {
  lake = await LakeUnderTest.make('held-event');
  await lake.start();
  await lake.publish([broken('missed'), broken('mended')], 0);
  await lake.settled();
  await lake.publish([closing('mended')], 0);
  await lake.settled();
});

afterAll(() => lake.drop());

describe('lake.held_event', () => {
  it('given one held record and one accepted since under the same id, then metrics sees the first, without content', async () => {
    const rows = await lake.databases.as('minhai_metrics').query('SELECT h.* FROM lake.held_event h');
    expect(rows).toEqual([
      {
        held_id: expect.any(Number),
        domain: 'eldercare',
        type: 'cn.gov.mca.eldercare.institution.closed',
        region_id: '310105',
        code: expect.stringMatching(/^[A-Z_]+$/),
        cause_class: 'record',
        held_at: expect.any(Number),
        event_id: idOf('missed'),
      },
    ]);
  });
});
