import { CODES, type Code, type Problem } from '@minhai/errors';

/** A value with its warnings (codes ending in `_WARN`), or every problem found. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `pointer` is an RFC 6901 JSON pointer into the CloudEvent. The message carries no value of the event. */
export const problem = (code: Code, pointer: string, message: string = CODES[code].en): Problem => ({
  code,
  pointer,
  message,
});

export const refused = (
  ...problems: Problem[]
): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems,
});
