import { RejectedEventError, RetryableError } from '@minhai/errors';

const CAUSE_DEPTH = 5;

/** Protocol error type (`MESSAGE_TOO_LARGE`, `REBALANCE_IN_PROGRESS`, …) of a kafkajs error or of what caused it. */
export function protocolTypeOf(error: unknown): string | undefined {
  let current = error as { type?: unknown; cause?: unknown } | null | undefined;
  for (let depth = 0; current && depth < CAUSE_DEPTH; depth += 1) {
    if (typeof current.type === 'string') return current.type;
    current = current.cause as typeof current;
  }
  return undefined;
}

/** What kafkajs could not do in its own few attempts may work later; only a record that is too large never will. */
export const failureOf = (error: unknown, doing: string): RetryableError | RejectedEventError => {
  const type = protocolTypeOf(error);
  if (type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE') {
    return new RejectedEventError('SIZE', '', 'record is larger than its topic takes', { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new RetryableError('UNAVAILABLE', `${doing}: ${reason}`, { cause: error });
};
