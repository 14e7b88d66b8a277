import { isDistrictCode, isStreetCode, isUuid, isVillageCode } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import type { EventType } from '../catalogue/catalogue.js';
import type { DomainEvent, Sensitivity } from '../envelope.js';
import { LIMITS } from '../limits.js';
import { problem } from '../outcome.js';
import { judgeText } from '../text/text-rules.js';
import type { AttributeName, RawAttributes } from './attributes.js';
import { Dictionary } from './dictionary.js';
import { readInstant } from './instant.js';

const SOURCE = /^urn:mca:[1-9]\d{5}:[a-z][a-z0-9-]{1,62}$/;
const SEQ = /^(0|[1-9]\d{0,15})$/;

interface Form {
  readonly fits: (text: string) => boolean;
  readonly expected: string;
}

/** What repeats in every event is judged once and remembered. */
const remembered = (fits: (text: string) => boolean): Form['fits'] => {
  const verdicts = new Dictionary(fits);
  return (text) => verdicts.get(text);
};

const UUID: Form = { fits: isUuid, expected: 'a lower-case UUID' };

const FORMS = {
  id: UUID,
  source: { fits: remembered((text) => SOURCE.test(text)), expected: 'urn:mca:<6 digits>:<system>' },
  regionid: { fits: remembered(isDistrictCode), expected: '6 digits' },
  streetid: { fits: remembered(isStreetCode), expected: '9 digits' },
  villageid: { fits: remembered(isVillageCode), expected: '12 digits' },
  correctionof: UUID,
  voids: UUID,
} satisfies Partial<Record<AttributeName, Form>>;

/** An event whose payload is still to come; one literal makes every event, so all have one hidden class. */
export type EventDraft = { -readonly [name in keyof DomainEvent]: DomainEvent[name] };

const NO_DATA: DomainEvent['data'] = Object.freeze({});

/**
 * The envelope from its texts. Adds every problem found; the result is only meaningful when none was added.
 * `eventType` is what `type` was resolved to, undefined when it is unknown (reported by the caller).
 */
export function readEnvelope(
  raw: RawAttributes,
  eventType: EventType | undefined,
  problems: Problem[],
): EventDraft {
  if (raw.specversion !== '1.0') problems.push(problem('ENVELOPE', '/specversion', 'specversion is 1.0'));
  return {
    id: required(raw, 'id', problems),
    source: required(raw, 'source', problems),
    type: raw.type ?? '',
    subject: readSubject(raw.subject, problems),
    time: readTime(raw, 'time', problems),
    recordedTime: readTime(raw, 'recordedtime', problems),
    regionId: required(raw, 'regionid', problems),
    streetId: optional(raw, 'streetid', problems),
    villageId: optional(raw, 'villageid', problems),
    seq: readSeq(raw.seq, problems),
    sensitivity: readSensitivity(raw.sensitivity, eventType?.sensitivity ?? 1, problems),
    correctionOf: optional(raw, 'correctionof', problems),
    voids: optional(raw, 'voids', problems),
    reason: readText(raw, 'reason', problems),
    actor: readText(raw, 'actor', problems),
    schemaId: 0,
    data: NO_DATA,
  };
}

function malformed(name: AttributeName, expected: string, problems: Problem[]): void {
  problems.push(problem('ENVELOPE', `/${name}`, `${name} is ${expected}`));
}

function missing(name: AttributeName, problems: Problem[]): void {
  // An attribute of another JSON type was reported before and is not missing too.
  if (!problems.some(({ pointer }) => pointer === `/${name}`))
    problems.push(problem('ENVELOPE', `/${name}`, `${name} is missing`));
}

function required(raw: RawAttributes, name: keyof typeof FORMS, problems: Problem[]): string {
  const text = raw[name];
  if (text === undefined) missing(name, problems);
  else if (!FORMS[name].fits(text)) malformed(name, FORMS[name].expected, problems);
  return text ?? '';
}

function optional(raw: RawAttributes, name: keyof typeof FORMS, problems: Problem[]): string | undefined {
  const text = raw[name];
  if (text !== undefined && !FORMS[name].fits(text)) malformed(name, FORMS[name].expected, problems);
  return text;
}

function readTime(raw: RawAttributes, name: 'time' | 'recordedtime', problems: Problem[]): number {
  const text = raw[name];
  const instant = text === undefined ? undefined : readInstant(text);
  if (text === undefined) missing(name, problems);
  else if (instant === undefined)
    malformed(name, 'an RFC 3339 instant with offset, years 1800 to 2999', problems);
  return instant ?? 0;
}

function readSubject(text: string | undefined, problems: Problem[]): string {
  if (text === undefined || text === '') {
    missing('subject', problems);
    return '';
  }
  judgeAttributeText('subject', text, problems);
  return text;
}

function readText(raw: RawAttributes, name: 'reason' | 'actor', problems: Problem[]): string | undefined {
  const text = raw[name];
  if (text === undefined) return undefined;
  if (text === '') malformed(name, 'absent or not empty', problems);
  else judgeAttributeText(name, text, problems);
  return text;
}

function judgeAttributeText(name: AttributeName, text: string, problems: Problem[]): void {
  if (text.length > LIMITS.attributeCharacters)
    malformed(name, `at most ${LIMITS.attributeCharacters} characters`, problems);
  else {
    const code = judgeText(text);
    if (code !== undefined) problems.push(problem(code, `/${name}`));
  }
}

function readSeq(text: string | undefined, problems: Problem[]): number | undefined {
  if (text === undefined) return undefined;
  const seq = SEQ.test(text) ? Number(text) : Number.NaN;
  if (!(seq <= LIMITS.long)) malformed('seq', 'a whole number from 0 to 2^52', problems);
  return seq;
}

/** The type's own class, or higher when the publisher says so; never lower. */
function readSensitivity(text: string | undefined, floor: Sensitivity, problems: Problem[]): Sensitivity {
  if (text === undefined) return floor;
  const declared = text.length === 1 ? text.charCodeAt(0) - 0x30 : 0;
  if (!(declared >= 1 && declared <= 4)) malformed('sensitivity', 'a number from 1 to 4', problems);
  else if (declared < floor)
    malformed('sensitivity', `at least ${floor} for this type; it may only be raised`, problems);
  return declared as Sensitivity;
}
