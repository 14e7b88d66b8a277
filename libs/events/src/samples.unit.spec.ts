import { describe, expect, it } from '@jest/globals';
import { CloudEvent, HTTP } from 'cloudevents';
import {
  contentHash,
  judge,
  loadCatalogue,
  readAcceptedEvent,
  readHttpEvent,
  readJsonEvent,
  readKafkaEvent,
  toCloudEvent,
  toKafkaRecord,
  type DomainEvent,
  type Outcome,
} from './index.js';
import { REFUSED_SAMPLES, NOW, VALID_SAMPLES } from './schema-samples.spec.js';

const catalogue = loadCatalogue();

function valueOf(outcome: Outcome<DomainEvent>): DomainEvent {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describe.each(VALID_SAMPLES)('valid sample $name', ({ event: sample, type }) => {
  const event = valueOf(readHttpEvent(JSON.stringify(sample), catalogue));

  it('is in order', () => {
    expect(event.type).toBe(type);
    expect(judge(event, { now: NOW, catalogue })).toEqual({ problems: [], warnings: [] });
  });

  it('is the same event over Kafka and over HTTP', () => {
    const record = toKafkaRecord(event, catalogue);
    const fromKafka = valueOf(readKafkaEvent(record, catalogue));
    const fromHttp = valueOf(readJsonEvent(toCloudEvent(fromKafka), catalogue));
    expect({ ...fromKafka, data: { ...fromKafka.data } }).toEqual({ ...event, data: { ...event.data } });
    const newest = catalogue.findSchema(event.schemaId)!.upgrade(fromKafka.data);
    expect(readAcceptedEvent(record, catalogue)).toEqual({ ...fromKafka, data: newest });
    const hash = contentHash(event, record.value).toString('hex');
    expect(contentHash(fromKafka, record.value).toString('hex')).toBe(hash);
    expect(contentHash(fromHttp, toKafkaRecord(fromHttp, catalogue).value).toString('hex')).toBe(hash);
  });

  it('is a CloudEvent to an independent implementation', () => {
    const structured = toCloudEvent(event);
    const parsed = HTTP.toEvent<object>({
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(structured),
    }) as CloudEvent<object>;
    expect(parsed.validate()).toBe(true);
    expect(parsed.data).toEqual(structured['data']);
    expect(valueOf(readJsonEvent(JSON.parse(JSON.stringify(parsed)), catalogue)).id).toBe(event.id);
  });
});

describe.each(REFUSED_SAMPLES)('refused sample $name', ({ event: sample, code, rule, pointer }) => {
  it('gives exactly its code', () => {
    const outcome = readHttpEvent(JSON.stringify(sample), catalogue);
    const problems = outcome.ok ? judge(outcome.value, { now: NOW, catalogue }).problems : outcome.problems;
    expect(problems.map((found) => ({ code: found.code, pointer: found.pointer }))).toEqual([
      { code, pointer },
    ]);
    expect(problems[0]!.message.startsWith(`${rule}: `)).toBe(code === 'RULE');
  });
});

describe.each(catalogue.all().filter(({ rules }) => rules.length > 0))(
  'rules of $type',
  ({ type, rules }) => {
    it('have names of their own, and each has a refused sample', () => {
      const names = rules.map(({ name }) => name);
      const refused = REFUSED_SAMPLES.filter((sample) => sample.type === type).map(({ rule }) => rule);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
      expect(names.filter((name) => !refused.includes(name))).toEqual([]);
    });
  },
);
