import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/base-config.js';

export type { Logger } from 'pino';

/** Names under which secrets or personal data travel by habit; a second fence behind “never log them”. */
const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'token',
  'secret',
  'body',
  'data',
  'partyA',
  'partyB',
  'holder',
];

const paths = REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** JSON lines on standard output: `{level, time (ISO), service, msg, …}`. */
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
      redact: { paths, censor: '[redacted]' },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
