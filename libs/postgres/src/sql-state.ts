import { RetryableError } from '@minhai/errors';

/** The work may simply be done again: the server lost, refused or undid it for reasons that pass. */
const TRANSIENT_STATES: Readonly<Record<string, string>> = {
  '08000': 'connection exception',
  '08003': 'connection does not exist',
  '08006': 'connection failure',
  '08P01': 'protocol violation after a broken connection',
  '25006': 'server is read-only (failover)',
  '40001': 'serialisation failure',
  '40P01': 'deadlock',
  '53100': 'disk full',
  '53200': 'out of memory',
  '53300': 'too many connections',
  '55P03': 'lock not available',
  '57014': 'statement timeout',
  '57P01': 'server is shutting down',
  '57P02': 'server crashed',
  '57P03': 'server is starting up',
  '25P03': 'idle in transaction timeout',
};

/** A client-side failure of the socket or the pool; pg reports these without a SQLSTATE. */
const TRANSIENT_SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
]);
const TRANSIENT_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Query read timeout',
];

/** SQLSTATEs that callers decide on by name. */
export const UNIQUE_VIOLATION = '23505';
export const INSUFFICIENT_PRIVILEGE = '42501';
export const DUPLICATE_OBJECT = '42710';
export const DUPLICATE_DATABASE = '42P04';
export const UNDEFINED_TABLE = '42P01';

export const sqlStateOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

export function isTransient(error: unknown): boolean {
  if (error instanceof RetryableError) return true;
  const code = sqlStateOf(error);
  if (code !== undefined && (code in TRANSIENT_STATES || TRANSIENT_SYSTEM_CODES.has(code))) return true;
  const message = error instanceof Error ? error.message : '';
  return TRANSIENT_MESSAGES.some((part) => message.includes(part));
}

/** The connection itself is gone; it must not return to the pool. */
export const isConnectionLost = (error: unknown): boolean => {
  const code = sqlStateOf(error) ?? '';
  return (
    isTransient(error) && !['40001', '40P01', '55P03', '57014', '53100', '53200', '25006'].includes(code)
  );
};

/** Transient failures become RetryableError with the cause kept; everything else travels on as it is. */
export function withPolicy(error: unknown): unknown {
  if (error instanceof RetryableError || !isTransient(error)) return error;
  const reason = TRANSIENT_STATES[sqlStateOf(error) ?? ''] ?? 'connection lost';
  return new RetryableError('UNAVAILABLE', `PostgreSQL: ${reason}`, { cause: error });
}
