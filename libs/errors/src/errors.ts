import { CODES, type Code } from './codes.js';

/** What the catching edge does: back off and retry, hold the event, answer the caller, or end the process. */
export type Policy = 'retry' | 'quarantine' | 'refuse' | 'crash';

/** Base of every error this product throws on purpose. Messages carry no personal data. */
export abstract class MinhaiError extends Error {
  abstract readonly policy: Policy;

  constructor(
    readonly code: Code,
    message: string = CODES[code].en,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Temporary: network, lock, serialisation failure, restart of a dependency. Safe to repeat. */
export class RetryableError extends MinhaiError {
  readonly policy = 'retry';
}

/** This event cannot be accepted as it is; retrying never helps. `pointer` is an RFC 6901 JSON pointer. */
export class RejectedEventError extends MinhaiError {
  readonly policy = 'quarantine';

  constructor(
    code: Code,
    readonly pointer: string,
    message?: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}

/** The caller is answered with `status` and must change something before asking again. */
export class RefusedError extends MinhaiError {
  readonly policy = 'refuse';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503,
    code: Code,
    message?: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, message);
  }
}

/** Continuing would lose or corrupt data: fenced out, positions with a gap, impossible state. */
export class CrashError extends MinhaiError {
  readonly policy = 'crash';
}

/** Anything that is not ours is a bug until shown otherwise, and a bug ends the process. */
export const policyOf = (error: unknown): Policy => (error instanceof MinhaiError ? error.policy : 'crash');

/** One thing that is wrong with one event. */
export interface Problem {
  readonly code: Code;
  /** RFC 6901 JSON pointer into the CloudEvent, e.g. `/data/delta`; empty for the whole event. */
  readonly pointer: string;
  readonly message: string;
}
