import type { KafkaRecord } from '@minhai/events';
import type { OutgoingRecord } from '@minhai/kafka';

type Pick = (texts: readonly string[]) => string;
type Mutate = (record: KafkaRecord, pick: Pick) => OutgoingRecord;

const REQUIRED = ['ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_recordedtime', 'ce_regionid'];

const withHeaders = (
  { key, value, headers }: KafkaRecord,
  changes: Record<string, Buffer>,
): OutgoingRecord => ({
  key,
  value,
  headers: { ...headers, ...changes },
});

const without = ({ key, value, headers }: KafkaRecord, name: string): OutgoingRecord => ({
  key,
  value,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([header]) => header !== name),
  ) as typeof headers,
});

const text = (value: string): Buffer => Buffer.from(value);

/** Records whose envelope is not in order, whatever their value. */
export const HEADER_MUTATIONS: Readonly<Record<string, Mutate>> = {
  'no headers': ({ key, value }) => ({ key, value, headers: {} }),
  'a required attribute missing': (record, pick) => without(record, pick(REQUIRED)),
  'an attribute that is not UTF-8': (record, pick) =>
    withHeaders(record, { [pick(REQUIRED)]: Buffer.from([0xb3, 0xa4, 0xc4, 0xfe]) }),
  'an attribute of a megabyte': (record, pick) =>
    withHeaders(record, { [pick(REQUIRED)]: Buffer.alloc(1_000_000, 0x61) }),
  'an empty attribute': (record, pick) => withHeaders(record, { [pick(REQUIRED)]: Buffer.alloc(0) }),
  'a control character in an attribute': (record, pick) =>
    withHeaders(record, { [pick(['ce_subject', 'ce_source', 'ce_type'])]: text('a\u0000b') }),
  'an unknown attribute': (record) => withHeaders(record, { ce_colour: text('red') }),
  'an unknown type': (record) => withHeaders(record, { ce_type: text('cn.gov.mca.nothing.happened') }),
  'another type': (record) => withHeaders(record, { ce_type: text('cn.gov.mca.record.voided') }),
  'an id that is no UUID': (record) => withHeaders(record, { ce_id: text("1'; DROP TABLE lake.event; --") }),
  'a source that is no URN': (record) => withHeaders(record, { ce_source: text('https://example.org') }),
  'a region that never was': (record) => withHeaders(record, { ce_regionid: text('999999') }),
  'a time that never was': (record) => withHeaders(record, { ce_time: text('2021-02-30T00:00:00+08:00') }),
  'registered in the future': (record) =>
    withHeaders(record, { ce_recordedtime: text('2999-01-01T00:00:00+08:00') }),
  'another specversion': (record) => withHeaders(record, { ce_specversion: text('0.3') }),
  'another schema urn': (record) => withHeaders(record, { ce_dataschema: text('urn:mca:schema:none:1') }),
  'another key': ({ value, headers }) => ({ key: text('another'), value, headers }),
  'no key': ({ value, headers }) => ({ key: null, value, headers }),
  'voids itself without being a void': (record) =>
    withHeaders(record, { ce_voids: record.headers['ce_id']! }),
};
