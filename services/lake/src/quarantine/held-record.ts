import { CODES, type Code, type Problem } from '@minhai/errors';
import type { IncomingRecord } from '@minhai/kafka';
import { readableAttributes, type ReadableAttributes } from './readable-attributes.js';

/** `record`: the publisher must repair it. `system`: our fault, to be replayed once we are repaired. */
export type CauseClass = 'record' | 'system';

/** A record that is kept instead of accepted. The first problem is the one its receipt names. */
export interface HeldRecord extends ReadableAttributes {
  readonly record: IncomingRecord;
  readonly problems: readonly Problem[];
  readonly causeClass: CauseClass;
}

const MOST_PROBLEMS = 20;

export function hold(
  record: IncomingRecord,
  problems: readonly Problem[],
  causeClass: CauseClass = 'record',
): HeldRecord {
  return {
    record,
    problems: problems.slice(0, MOST_PROBLEMS),
    causeClass,
    ...readableAttributes(record.headers),
  };
}

export const problem = (code: Code, pointer: string, message: string = CODES[code].en): Problem => ({
  code,
  pointer,
  message,
});

/** Names the kind of the fault and nothing else: its message may quote the event. */
export const holdForFault = (record: IncomingRecord, fault: unknown): HeldRecord =>
  hold(record, [problem('HANDLER_ERROR', '', `${CODES.HANDLER_ERROR.en} (${faultName(fault)})`)], 'system');

export function faultName(fault: unknown): string {
  const name = fault instanceof Error ? fault.name : typeof fault;
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z_]{1,40}$/.test(code) ? `${name} ${code}` : name;
}
