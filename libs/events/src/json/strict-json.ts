import { isUtf8 } from 'node:buffer';
import type { Problem } from '@minhai/errors';
import { LIMITS, type Limits } from '../limits.js';
import { problem, refused, type Outcome } from '../outcome.js';
import { findDuplicateKey } from './duplicate-key.js';
import { hasInexactNumber } from './inexact-number.js';
import { countPairs, scanJson } from './scan.js';

/**
 * JSON as a register needs it: valid UTF-8, no key twice, limited depth and size. JSON.parse does the work; a scan
 * before it measures depth and counts pairs, and a difference to the parsed value's count betrays a duplicate key.
 * `__proto__` arrives as an ordinary own property.
 */
export function parseStrictJson(input: string | Buffer, limits: Limits = LIMITS): Outcome<unknown> {
  const bytes = typeof input === 'string' ? Buffer.byteLength(input) : input.length;
  if (bytes > limits.valueBytes) return refused(problem('SIZE', ''));
  if (typeof input !== 'string' && !isUtf8(input)) return refused(problem('ENCODING', ''));
  const text = typeof input === 'string' ? input : input.toString('utf8');
  const scan = scanJson(text);
  if (scan.depth > limits.depth) return refused(problem('JSON_DEPTH', ''));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(syntaxProblem(error));
  }
  if (countPairs(value) !== scan.pairs) return refused(problem('JSON_DUP_KEY', findDuplicateKey(text)));
  if (scan.fractions && hasInexactNumber(text))
    return refused(
      problem('NUM_RANGE', '', 'a number has more digits than can be kept; write it as a decimal string'),
    );
  return { ok: true, value, warnings: [] };
}

/** V8 quotes the text in its message, and the text may name a person: only the position is passed on. */
function syntaxProblem(error: unknown): Problem {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  return problem(
    'JSON_SYNTAX',
    '',
    position === undefined ? undefined : `not valid JSON at character ${position}`,
  );
}
