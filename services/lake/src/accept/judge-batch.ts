import {
  contentHash,
  judge,
  readKafkaEvent,
  type Catalogue,
  type DomainEvent,
  type Limits,
} from '@minhai/events';
import type { IncomingRecord, UnreadableRange } from '@minhai/kafka';
import { hold, holdForFault, problem, type HeldRecord } from '../quarantine/held-record.js';

/** An event that is right taken by itself; whether it is new only the lake can say. */
export interface Candidate {
  readonly record: IncomingRecord;
  readonly event: DomainEvent;
  readonly contentHash: Buffer;
}

export interface Judgement {
  /** Both in offset order. */
  readonly candidates: readonly Candidate[];
  readonly held: readonly HeldRecord[];
}

export interface JudgementRules {
  readonly catalogue: Catalogue;
  readonly limits: Limits;
  /** Of the intake topic: an event of another domain has no place there. */
  readonly domain: string;
}

/**
 * Judges each record alone, by nothing but its bytes and its Kafka timestamp, so that judging the same topic again
 * says the same. A fault of ours in judging one record holds that record and no other.
 */
export function judgeBatch(records: readonly IncomingRecord[], rules: JudgementRules): Judgement {
  const candidates: Candidate[] = [];
  const held: HeldRecord[] = [];
  for (const record of records) {
    const verdict = judgeRecord(record, rules);
    if ('event' in verdict) candidates.push(verdict);
    else held.push(verdict);
  }
  return { candidates, held };
}

function judgeRecord(
  record: IncomingRecord,
  { catalogue, limits, domain }: JudgementRules,
): Candidate | HeldRecord {
  if (record.unreadable) return holdUnreadable(record, record.unreadable);
  try {
    const read = readKafkaEvent(record, catalogue);
    if (!read.ok) return hold(record, read.problems);
    const event = read.value;
    if (catalogue.find(event.type)?.domain !== domain) {
      return hold(record, [
        problem('ENVELOPE', '/type', `this type does not belong on the intake topic of ${domain}`),
      ]);
    }
    const { problems } = judge(event, { now: record.timestamp, catalogue, limits });
    if (problems.length > 0) return hold(record, problems);
    return { record, event, contentHash: contentHash(event, record.value!) };
  } catch (fault) {
    return holdForFault(record, fault);
  }
}

/** Kafka's own batch could not be read: this one entry says which offsets are missing, so that they can be sent again. */
const holdUnreadable = (record: IncomingRecord, { code, firstOffset, reason }: UnreadableRange): HeldRecord =>
  hold(record, [problem(code, '', `${reason}; offsets ${firstOffset} to ${record.offset}`)]);
