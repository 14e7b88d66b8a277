import type { Problem } from '@minhai/errors';
import {
  LIMITS,
  intakeTopic,
  judge as judgeByRules,
  readHttpEvent,
  toKafkaRecord,
  type Catalogue,
  type DomainEvent,
  type Outcome,
} from '@minhai/events';
import type { OutgoingRecord } from '@minhai/kafka';
import type { SourceRule } from '../credentials/source-rule.js';

export interface Admitted {
  readonly admitted: true;
  readonly id: string;
  readonly topic: string;
  readonly record: OutgoingRecord;
  readonly warnings: readonly Problem[];
}

export interface Refused {
  readonly admitted: false;
  readonly id: string | null;
  /** At least one. */
  readonly problems: readonly Problem[];
}

export interface GateOptions {
  readonly catalogue: Catalogue;
  readonly topicPrefix: string;
  readonly now: () => number;
}

/** Decides about one event alone: well-formed, from a source of this publisher, and by the rules of its type. */
export class EventGate {
  private readonly topics = new Map<string, string>();

  constructor(private readonly options: GateOptions) {}

  /** One structured JSON event as it stood in the body. */
  judge(text: Buffer, sources: SourceRule): Admitted | Refused {
    const outcome = readHttpEvent(text, this.options.catalogue);
    return outcome.ok ? this.judgeEvent(outcome, sources) : refused(idInText(text), outcome.problems);
  }

  private judgeEvent(
    outcome: Extract<Outcome<DomainEvent>, { ok: true }>,
    sources: SourceRule,
  ): Admitted | Refused {
    const { catalogue, now } = this.options;
    const event = outcome.value;
    if (!sources.allows(event.source)) return refused(event.id, [SOURCE_NOT_ALLOWED]);
    const { problems, warnings } = judgeByRules(event, { now: now(), catalogue, limits: LIMITS });
    if (problems.length > 0) return refused(event.id, problems);
    const { topicDomain, key, value, headers } = toKafkaRecord(event, catalogue);
    return {
      admitted: true,
      id: event.id,
      topic: this.topicOf(topicDomain),
      record: { key, value, headers },
      warnings: outcome.warnings.length > 0 ? [...outcome.warnings, ...warnings] : warnings,
    };
  }

  private topicOf(domain: string): string {
    let topic = this.topics.get(domain);
    if (topic === undefined) {
      topic = intakeTopic(this.options.topicPrefix, domain);
      this.topics.set(domain, topic);
    }
    return topic;
  }
}

const SOURCE_NOT_ALLOWED: Problem = {
  code: 'SOURCE_NOT_ALLOWED',
  pointer: '/source',
  message: 'this credential is not bound to the source of the event',
};

const refused = (id: string | null, problems: readonly Problem[]): Refused => ({
  admitted: false,
  id,
  problems,
});

const MOST_ID_LENGTH = 64;

const idIn = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' && id.length <= MOST_ID_LENGTH ? id : null;
};

/** The id of a refused event, so that its sender finds it again; null when not even that can be read. */
function idInText(text: Buffer): string | null {
  try {
    return idIn(JSON.parse(text.toString('utf8')));
  } catch {
    // Not JSON at all: the line number must do.
    return null;
  }
}
