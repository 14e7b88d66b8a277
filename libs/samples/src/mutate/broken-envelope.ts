import { addDays, dayOf, formatInstant, parseInstant, startOfDay } from '@minhai/domain';
import { pick, token } from '../random.js';
import type { SampleEvent } from '../sample-event.js';
import type { ValueMutations } from './mutation.js';

const REQUIRED = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'recordedtime',
  'regionid',
] as const;

const without = (event: SampleEvent, name: string): object => {
  const { [name]: _, ...rest } = event;
  return rest;
};

const daysFromRecording = (event: SampleEvent, days: number): string =>
  formatInstant(startOfDay(addDays(dayOf(parseInstant(event.recordedtime) ?? 0), days)));

/** Attributes as no source may send them. */
export const BROKEN_ENVELOPE: ValueMutations = {
  'missing attribute': (event, { random }) => without(event, pick(random, REQUIRED)),
  'attribute of another type': (event, { random }) => ({ ...event, [pick(random, REQUIRED)]: 42 }),
  'attribute null': (event, { random }) => ({ ...event, [pick(random, REQUIRED)]: null }),
  'attribute empty': (event, { random }) => ({ ...event, [pick(random, REQUIRED)]: '' }),
  'unknown attribute': (event, { random }) => ({ ...event, [`x${token(random, 6)}`]: '1' }),
  'bad UUID': (event) => ({ ...event, id: event.id.slice(0, -1) }),
  'UUID in capitals': (event) => ({ ...event, id: `A${event.id.slice(1).toUpperCase()}` }),
  'UUID with braces': (event) => ({ ...event, id: `{${event.id}}` }),
  'wrong source': (event) => ({ ...event, source: 'https://example.invalid/department' }),
  'source of no region': (event) => ({ ...event, source: 'urn:mca:010105:system' }),
  'unknown type': (event) => ({ ...event, type: `${event.type}x` }),
  'type named like a prototype': (event) => ({ ...event, type: '__proto__' }),
  'wrong schema version': (event) => ({ ...event, dataschema: `urn:mca:schema:${event.type}:9999` }),
  'schema of another type': (event, { catalogue }) => {
    const other = catalogue.all().find(({ type }) => type !== event.type);
    return other && { ...event, dataschema: other.latest.urn };
  },
  'wrong region': (event) => ({ ...without(event, 'streetid'), regionid: '310199' }),
  'region by name': (event) => ({ ...event, regionid: '长宁区' }),
  'street outside its region': (event) => ({
    ...without(event, 'villageid'),
    streetid: event.regionid === '310105' ? '310118001' : '310105001',
  }),
  'village outside its region': (event) => ({ ...event, villageid: '999999999999' }),
  'wrong subject': (event, { eventType }) =>
    eventType.subjectTemplate === '*' ? undefined : { ...event, subject: `${event.subject}x` },
  'subject too long': (event) => ({ ...event, subject: 'x'.repeat(256) }),
  'subject with NUL': (event) => ({ ...event, subject: `${event.subject}\u0000` }),
  'time without an offset': (event) => ({ ...event, time: event.time.slice(0, 19) }),
  'day for a time': (event) => ({ ...event, time: event.time.slice(0, 10) }),
  'day that does not exist': (event) => ({ ...event, time: '2023-02-29T00:00:00+08:00' }),
  'registered in the future': (event) => ({ ...event, recordedtime: '2999-01-01T00:00:00+08:00' }),
  'takes effect too far ahead': (event) => ({ ...event, time: daysFromRecording(event, 800) }),
  'too long ago': (event, { eventType }) =>
    eventType.pastDays === null || event['correctionof'] !== undefined
      ? undefined
      : { ...event, time: '1801-01-01T00:00:00+08:00' },
  'before the calendar': (event) => ({ ...event, time: '0001-01-01T00:00:00Z' }),
  'class lowered': (event, { eventType }) =>
    eventType.sensitivity === 1 ? undefined : { ...event, sensitivity: eventType.sensitivity - 1 },
  'class out of range': (event) => ({ ...event, sensitivity: 5 }),
  'sequence negative': (event) => ({ ...event, seq: -1 }),
  'sequence beyond exact numbers': (event) => ({ ...event, seq: 2 ** 60 }),
  'citizen number in the actor': (event) => ({ ...event, actor: 'op:11010519491231002X' }),
  'bidirectional override in the reason': (event) => ({ ...event, reason: 'a\u202eb' }),
  'zero-width character in the actor': (event) => ({ ...event, actor: 'op\u200b' }),
  'voids itself': (event) => ({ ...event, voids: event.id }),
  'corrects itself': (event) => ({ ...event, correctionof: event.id, reason: '更正' }),
  'correction without a reason': (event) => ({
    ...without(event, 'reason'),
    correctionof: '01720000-0000-7000-8000-00000000000f',
  }),
  'another specversion': (event) => ({ ...event, specversion: '0.3' }),
  'payload that is not JSON': (event) => ({ ...event, datacontenttype: 'text/xml' }),
  'payload in Base64': (event) => ({ ...without(event, 'data'), data_base64: 'AAECAwQ=' }),
};
