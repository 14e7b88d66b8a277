import { SENSITIVE_ATTRIBUTES, shownText } from '@minhai/events';
import { describeError } from './describe-error.js';

/** Names under which secrets or whole payloads travel by habit; a second fence behind “never log them”. */
const ALWAYS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'body',
  'data',
  'payload',
  ...SENSITIVE_ATTRIBUTES,
];

/** Where a log line leaves something out on purpose. */
const REDACTED = '[redacted]';

const DEEPEST = 8;
const WIDEST = 200;

/** A value as it may be written to a log. */
export type Redact = (value: unknown) => unknown;

/**
 * Hides, at any depth, what stands under one of these names (`partyA`, `party_a` and `ce_partya` are one) or one that is
 * always hidden; texts with a citizen's number; raw bytes; and of errors all that may quote a value.
 */
export function redactor(names: Iterable<string>): Redact {
  const hidden = new Set([...ALWAYS, ...names].map(plain));
  const isHidden = (name: string): boolean => hidden.has(plain(name));
  return (value) => new Walk(isHidden).show(value, 0);
}

const plain = (name: string): string => name.toLowerCase().replace(/^ce_/, '').replace(/[_-]/g, '');

class Walk {
  private readonly above = new Set<object>();

  constructor(private readonly isHidden: (name: string) => boolean) {}

  show(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return shownText(value);
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `(${value.byteLength} bytes)`;
    if (depth >= DEEPEST) return '(deeper)';
    if (this.above.has(value)) return '(circular)';
    this.above.add(value);
    const shown = this.showObject(value, depth + 1);
    this.above.delete(value);
    return shown;
  }

  private showObject(value: object, depth: number): unknown {
    if (value instanceof Error) return describeError(value, (inner) => this.show(inner, depth));
    if (Array.isArray(value) || value instanceof Set)
      return [...value].slice(0, WIDEST).map((item) => this.show(item, depth));
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return Object.fromEntries(
      entries
        .slice(0, WIDEST)
        .map(([name, inner]) => [
          shownText(String(name)),
          this.isHidden(String(name)) ? REDACTED : this.show(inner, depth),
        ]),
    );
  }
}
