import { CODES, type Code } from '@minhai/errors';

/** RFC 9457 problem details. No `instance`: the trace id finds the request in the logs without telling anything. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: Code;
  readonly detail: string;
  readonly traceId?: string;
  readonly [extension: string]: unknown;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** `type` is a URN of the code, stable across hosts and versions; `title` says what to do, in English. */
export const problem = (
  status: number,
  code: Code,
  detail: string = CODES[code].en,
  extensions: Readonly<Record<string, unknown>> = {},
): ProblemDetails => ({
  type: `urn:minhai:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: CODES[code].en,
  status,
  code,
  detail,
  ...extensions,
});
