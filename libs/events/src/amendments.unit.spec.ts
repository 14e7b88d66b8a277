import { describe, expect, it } from '@jest/globals';
import { formatInstant } from '@minhai/domain';
import { judge, loadCatalogue, readHttpEvent, readKafkaEvent, toKafkaRecord } from './index.js';
import { LIMITS } from './limits.js';
import { NOW, VALID_SAMPLES } from './schema-samples.spec.js';

const catalogue = loadCatalogue();
const VOID = 'cn.gov.mca.record.voided';
const DAY_MS = 86_400_000;
const LATER_ID = '01800000-0000-7000-8000-00000000abcd';

type Json = Readonly<Record<string, unknown>>;

const SAMPLES = VALID_SAMPLES.filter(({ type }) => type !== VOID);
const PLAIN = SAMPLES.filter(({ name }) => name.endsWith('/plain'));

/** The codes an event gets over HTTP and, when it can be written, over Kafka. */
function codesOf(event: Json): string[] {
  const overHttp = readHttpEvent(JSON.stringify(event), catalogue);
  if (!overHttp.ok) return overHttp.problems.map(({ code, pointer }) => `${code} ${pointer}`);
  const read = readKafkaEvent(toKafkaRecord(overHttp.value, catalogue), catalogue);
  if (!read.ok) return read.problems.map(({ code, pointer }) => `${code} ${pointer}`);
  return judge(read.value, { now: NOW, catalogue }).problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

const registeredAt = (event: Json): number => Date.parse(String(event['recordedtime']));

function correctionOf({ id, correctionof: _, ...event }: Json, more: Json = {}): Json {
  return { ...event, id: LATER_ID, correctionof: id, reason: '更正登记差错', ...more };
}

/** A void knows its target by id, subject and place; what it is about stays with the target. */
function voidOf(target: Json, more: Json = {}): Json {
  const { specversion, id, source, subject, time, recordedtime, regionid, datacontenttype } = target;
  return {
    ...{ specversion, id: LATER_ID, source, type: VOID, subject, time, recordedtime, regionid, voids: id },
    ...{ datacontenttype, data: { reason: 'ERROR' }, ...more },
  };
}

describe('amendments of every event type', () => {
  it('begin from one plain sample a type', () => {
    expect(PLAIN.map(({ type }) => type).sort()).toEqual(
      catalogue
        .all()
        .map(({ type }) => type)
        .filter((type) => type !== VOID)
        .sort(),
    );
  });
});

describe.each(PLAIN)('a correction of $name', ({ type, event }) => {
  const { pastDays } = catalogue.find(type)!;
  const limit = pastDays === undefined ? LIMITS.pastDays : pastDays;

  it('is in order, registered years later as well', () => {
    expect(codesOf(correctionOf(event))).toEqual([]);
    expect(codesOf(correctionOf(event, { recordedtime: formatInstant(NOW) }))).toEqual([]);
  });

  it('may move the event further back than a first report may lie', () => {
    const moved = { time: formatInstant(registeredAt(event) - ((limit ?? 0) + 1) * DAY_MS) };
    const tooLate = (codes: readonly string[]) => codes.includes('TIME_PAST /time');
    expect(tooLate(codesOf({ ...event, ...moved }))).toBe(limit !== null);
    expect(tooLate(codesOf(correctionOf(event, moved)))).toBe(false);
  });

  it('gives its reason', () => {
    const { reason: _, ...silent } = correctionOf(event);
    expect(codesOf(silent)).toEqual(['CORRECTION /reason']);
  });
});

describe.each(SAMPLES)('a void of $name', ({ event }) => {
  it('is in order with the subject and the time of its target, at once and years later', () => {
    expect(codesOf(voidOf(event))).toEqual([]);
    expect(codesOf(voidOf(event, { recordedtime: formatInstant(NOW) }))).toEqual([]);
  });

  it('travels with the other voids, under the key of its target', () => {
    const read = readHttpEvent(JSON.stringify(voidOf(event)), catalogue);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { topicDomain, key } = toKafkaRecord(read.value, catalogue);
    expect([topicDomain, key.toString()]).toEqual(['record', event['subject']]);
  });
});

describe('a void', () => {
  const { event } = PLAIN.find(({ type }) => type.endsWith('.approval.granted'))!;

  it('may lie as far ahead as a benefit may begin, and no further', () => {
    const recordedtime = '2020-06-30T09:00:00+08:00';
    const at = (day: string) => codesOf(voidOf(event, { recordedtime, time: `${day}T00:00:00+08:00` }));
    expect(at('2021-06-30')).toEqual([]);
    expect(at('2021-07-01')).toEqual(['TIME_FUTURE /time']);
  });

  it.each([
    ['a composite key with an organisation whose code passes for a number of a person', '523101200001012584'],
    ['a token with a number of a person by chance', `per_a11010519491231002x7`],
  ])('names %s as its subject', (_, part) => {
    expect(codesOf(voidOf(event, { subject: `${part}:2021` }))).toEqual([]);
  });

  it.each(['11010519491231002X', 'EC-1:11010519491231002X', '张三11010519491231002X'])(
    'names no person by number: %s',
    (subject) => {
      expect(codesOf(voidOf(event, { subject }))).toEqual(['PERSON_ID_IN_ORG_FIELD /subject']);
    },
  );
});
