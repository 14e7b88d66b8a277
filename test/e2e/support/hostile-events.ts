import type { IntakeCode } from '@minhai/errors';
import { isUuid, uuidV7 } from '@minhai/domain';
import { validSamples, type SampleEvent } from '@minhai/samples';
import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';

/** An event as bytes of JSON, and what intake must say of it. */
export interface HostileEvent {
  readonly code: IntakeCode;
  readonly pointer: string;
  readonly json: Buffer;
}

let made = 0;

const freshId = (): string => {
  const entropy = Buffer.alloc(10);
  entropy.writeUInt32BE(++made, 6);
  return uuidV7(Date.UTC(2020, 5, 1), entropy);
};

/** A valid change of beds at an institution of its own. */
export function bedEvent(
  changes: Readonly<Record<string, unknown>> = {},
  data: Readonly<Record<string, unknown>> = {},
): SampleEvent {
  const [sample] = validSamples('cn.gov.mca.eldercare.bed.changed');
  const id = freshId();
  const institutionId = (data['institutionId'] as string | undefined) ?? `EC-CODES-${made}`;
  return {
    ...sample!,
    id,
    subject: `${institutionId}:NURSING`,
    ...changes,
    data: { ...sample!.data, institutionId, bedType: 'NURSING', ...data },
  };
}

/** In order but for the check character of its organisation, as codes given out before 2016 are. */
export function legacyEvent(): SampleEvent {
  const [sample] = validSamples('cn.gov.mca.socialorg.deregistered');
  const usci = '51310105000000019B';
  return { ...sample!, id: freshId(), subject: usci, data: { ...sample!.data, usci } };
}

const JUST_TOO_LONG = 'x'.repeat(256 * 1024 + 1);
const GBK = Buffer.from([0xd1, 0xf8, 0xc0, 0xcf]);

type Row = readonly [code: IntakeCode, pointer: string, event: SampleEvent | Buffer | string];

/** What only JSON can get wrong, and what an envelope and a payload can get wrong in either form. */
const ROWS: readonly Row[] = [
  ['BODY', '', '42'],
  ['JSON_SYNTAX', '', '{"id": '],
  ['JSON_DUP_KEY', '/id', '{"id": "a", "id": "b"}'],
  ['JSON_DEPTH', '', '['.repeat(33) + ']'.repeat(33)],
  ['ENCODING', '', Buffer.concat([Buffer.from('{"id": "'), GBK, Buffer.from('"}')])],
  ['SIZE', '/data/transferId', bedEvent({}, { transferId: JUST_TOO_LONG })],
  ['CONTROL_CHAR', '/data/transferId', bedEvent({}, { transferId: 'a\u202eb' })],
  ['ENVELOPE', '/source', bedEvent({ source: 'https://example.org' })],
  ['TYPE_UNKNOWN', '/type', bedEvent({ type: 'cn.gov.mca.nothing.happened' })],
  ['SCHEMA_UNKNOWN', '/dataschema', bedEvent({ dataschema: 'urn:mca:schema:eldercare.bed.changed:99' })],
  ['FIELD_MISSING', '/data/after', bedEvent({}, { after: undefined })],
  ['FIELD_TYPE', '/data/after', bedEvent({}, { after: '120' })],
  ['FIELD_UNKNOWN', '/data/colour', bedEvent({}, { colour: 'red' })],
  ['NUM_RANGE', '/data/after', bedEvent({}, { after: -1 })],
  ['CODELIST', '/data/bedScope', bedEvent({}, { bedScope: 'ON_THE_ROOF' })],
  ['REGION', '/streetid', bedEvent({ streetid: '310118001' })],
  ['SUBJECT', '/subject', bedEvent({ subject: 'EC-ANOTHER:NURSING' })],
  ['ID_FORMAT', '/data/institutionId', bedEvent({}, { institutionId: 'a key with spaces' })],
  ['PERSON_ID_IN_ORG_FIELD', '/actor', bedEvent({ actor: '11010519491231002X' })],
  ['TIME_FUTURE', '/recordedtime', bedEvent({ recordedtime: '2999-01-01T00:00:00+08:00' })],
  ['CORRECTION', '/voids', bedEvent({ voids: '01726d2d-8800-7287-bd22-f29921bcdd18' })],
];

const bytesOf = (event: SampleEvent | Buffer | string): Buffer =>
  Buffer.isBuffer(event) ? event : Buffer.from(typeof event === 'string' ? event : JSON.stringify(event));

/** Hand-made ones first, then every refused sample of every type, each under an id of its own. */
export const hostileEvents = (): HostileEvent[] => [
  ...ROWS.map(([code, pointer, event]) => ({ code, pointer, json: bytesOf(event) })),
  ...EVENT_FOLDERS.flatMap((folder) => readEventSamples(folder).refused).map(({ code, pointer, event }) => ({
    code: code as IntakeCode,
    pointer,
    json: Buffer.from(renamed(event)),
  })),
];

/** Samples of a type share the id of the sample they were made from; where it occurs again it goes along. */
function renamed(event: Readonly<Record<string, unknown>>): string {
  const { id } = event;
  const json = JSON.stringify(event);
  return typeof id === 'string' && isUuid(id) ? json.replaceAll(id, freshId()) : json;
}
