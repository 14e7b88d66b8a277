import { loadCatalogue, sensitiveFieldNames } from '@minhai/events';
import { pino, type DestinationStream, type Logger, type LogFn } from 'pino';
import type { LogLevel } from '../config/base-config.js';
import { redactor, type Redact } from './redact.js';

export type { Logger } from 'pino';

let redact: Redact | undefined;

/** Class 3–4 fields of every event type, read when the first line is written. */
const redactByCatalogue: Redact = (value) => {
  redact ??= redactor(sensitiveFieldNames(loadCatalogue()));
  return redact(value);
};

function logRedacted(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, ...rest] = args as unknown[];
  if (!(first instanceof Error)) return method.apply(this, args.map(redactByCatalogue) as Parameters<LogFn>);
  const err = redactByCatalogue(first) as { readonly message: unknown };
  return method.apply(this, [
    { err },
    ...(rest.length > 0 ? rest.map(redactByCatalogue) : [err.message]),
  ] as Parameters<LogFn>);
}

/**
 * JSON lines on standard output: `{level, time (ISO), service, msg, …}`. Whatever is logged, what contracts classify as
 * personal is not written: see `redactor`.
 */
export const createLogger = (
  service: string,
  level: LogLevel = 'info',
  destination?: DestinationStream,
): Logger =>
  pino(
    {
      level,
      base: { service, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Errors arrive here described and redacted.
      serializers: { err: (value: unknown) => value },
      hooks: { logMethod: logRedacted },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
