import { describe, expect, it } from '@jest/globals';
import { LIMITS, type Catalogue } from '@minhai/events';
import type { IncomingRecord } from '@minhai/kafka';
import { broken, catalogue, closing, incoming } from '../fixtures/intake.fixture.spec.js';
import { idOf } from '../fixtures/candidates.fixture.spec.js';
import { judgeBatch } from './judge-batch.js';

const rules = { catalogue, limits: LIMITS, domain: 'eldercare' };
const codes = (records: readonly IncomingRecord[], given = rules): string[] =>
  judgeBatch(records, given).held.map(({ problems }) => problems[0]!.code);

describe('judgeBatch', () => {
  it('given one bad record among good ones, then it is held and the others are candidates in order', () => {
    const records = [closing('inst-a'), broken('inst-b'), closing('inst-c')].map((record, i) =>
      incoming(record, i),
    );
    const { candidates, held } = judgeBatch(records, rules);
    expect(candidates.map(({ event, record }) => [event.subject, record.offset])).toEqual([
      ['inst-a', 0n],
      ['inst-c', 2n],
    ]);
    expect(held).toMatchObject([
      { eventId: idOf('inst-b'), source: 'urn:mca:310105:eldercare', causeClass: 'record' },
    ]);
    expect(held[0]!.problems[0]!.code).toMatch(/^AVRO_/);
  });

  it('given the same records judged years later, then the judgement is the same: only the Kafka timestamp counts', () => {
    const late = incoming(closing('inst-a'), 0, Date.parse('2019-01-01T00:00:00Z'));
    expect(codes([late])).toEqual(['TIME_FUTURE']);
    expect(judgeBatch([late], rules)).toEqual(judgeBatch([late], rules));
  });

  it('given an event of another domain on this topic, then it is held', () => {
    expect(codes([incoming(closing('inst-a'), 0)], { ...rules, domain: 'marriage' })).toEqual(['ENVELOPE']);
  });

  it('given records without value, headers or key, then each is held with a code of the closed list', () => {
    const record = incoming(closing('inst-a'), 0);
    const bare = [
      { ...record, value: null },
      { ...record, headers: {} },
      { ...record, key: null },
      { ...record, value: Buffer.alloc(0) },
    ];
    expect(judgeBatch(bare, rules).candidates).toEqual([]);
    expect(codes(bare)).toHaveLength(4);
  });

  it('given a stretch of the log that cannot be read, then it is held under its own code and the offsets are told', () => {
    const unreadable = { code: 'INFLATE', firstOffset: 4n, reason: 'inflates beyond 8 bytes' } as const;
    const record = { offset: 9n, timestamp: 0, key: null, value: null, headers: {}, unreadable };
    expect(judgeBatch([record], rules).held).toMatchObject([
      {
        causeClass: 'record',
        eventId: null,
        problems: [{ code: 'INFLATE', pointer: '', message: 'inflates beyond 8 bytes; offsets 4 to 9' }],
      },
    ]);
  });

  it('given a fault of ours in one record, then that record waits for us and the fault’s words stay out of it', () => {
    const secret = 'name of a person';
    const faulty: Catalogue = {
      ...catalogue,
      all: () => catalogue.all(),
      find: (type) => catalogue.find(type),
      findSchemaByUrn: (urn) => catalogue.findSchemaByUrn(urn),
      findSchema: () => {
        throw new TypeError(secret);
      },
    };
    const { held } = judgeBatch([incoming(closing('inst-a'), 0)], { ...rules, catalogue: faulty });
    expect(held).toMatchObject([{ causeClass: 'system', problems: [{ code: 'HANDLER_ERROR' }] }]);
    expect(JSON.stringify(held[0]!.problems)).not.toContain(secret);
  });
});
