import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

type NestLine = readonly unknown[];

/** Nest calls `log(message, ...extras, context)`; pino wants `info({context, …}, message)`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: NestLine): void {
    // Nest announces every module and route at this level; an operator has no use for it.
    this.write('debug', message, rest);
  }

  error(message: unknown, ...rest: NestLine): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: NestLine): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: NestLine): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: NestLine): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: NestLine): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: NestLine,
  ): void {
    const strings = rest.filter((part): part is string => typeof part === 'string');
    const context = strings.at(-1);
    const stack = strings.length > 1 ? strings[0] : undefined;
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else this.logger[level]({ context, stack }, String(message));
  }
}
