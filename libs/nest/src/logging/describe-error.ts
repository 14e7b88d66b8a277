import { RejectedEventError } from '@minhai/errors';
import { sqlStateOf } from '@minhai/postgres';

/** Properties of errors that name places and codes, never values. */
const SHOWN = [
  'code',
  'policy',
  'pointer',
  'status',
  'errno',
  'syscall',
  'address',
  'host',
  'port',
  'broker',
  'retriable',
  'retryCount',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
] as const;

/** SQLSTATE classes whose messages quote the value at fault: data exception, constraint violation. */
const QUOTING_CLASSES = ['22', '23'];

/**
 * An error as plain fields: type, message, frames of the stack, codes, causes. Messages that quote what was wrong (SQL data
 * exceptions, parsers, the encoder behind a refused event) are left out; type, code and stack tell enough.
 */
export function describeError(error: Error, show: (value: unknown) => unknown): Record<string, unknown> {
  const message = quotesValues(error) ? '(not shown: it may quote a value)' : show(error.message);
  const fields: Record<string, unknown> = { type: error.name, message, stack: framesOf(error) };
  for (const name of SHOWN) if (Object.hasOwn(error, name)) fields[name] = show(error[name as never]);
  if (error.cause !== undefined)
    fields['cause'] = error instanceof RejectedEventError ? nameOf(error.cause) : show(error.cause);
  if (error instanceof AggregateError) fields['errors'] = show(error.errors);
  return fields;
}

const quotesValues = (error: Error): boolean =>
  error instanceof SyntaxError || QUOTING_CLASSES.includes((sqlStateOf(error) ?? '').slice(0, 2));

/** Without the head, which repeats the message. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);
