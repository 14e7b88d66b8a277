import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { HealthRegistry } from '../health/health-registry.js';
import type { Exit } from '../tokens.js';

/** The published limit of a graceful stop; a stop that takes longer ends with EX_TEMPFAIL. */
const GRACE_MS = 10_000;
const TOO_SLOW_EXIT_CODE = 75;
const FAILED_EXIT_CODE = 1;

export interface GracefulEnd {
  /** Closes the application without ending the process. */
  now(): Promise<void>;
}

interface Ending {
  readonly app: INestApplication;
  readonly logger: Logger;
  readonly exit: Exit;
}

/**
 * SIGTERM and SIGINT, and the end of the parent that started us over an IPC channel, close the application and end
 * the process with 0. Promises nobody awaited and errors nobody caught end it with 1: state is unknown then.
 */
export function endGracefully({ app, logger, exit }: Ending): GracefulEnd {
  let closing: Promise<void> | undefined;
  const now = (): Promise<void> => {
    closing ??= (async () => {
      app.get(HealthRegistry).stopping();
      await app.close();
      detach();
    })();
    return closing;
  };
  const end = (why: string): void => {
    logger.info({ why }, 'stopping');
    const timer = setTimeout(() => {
      logger.error({ milliseconds: GRACE_MS }, 'did not stop in time');
      exit(TOO_SLOW_EXIT_CODE);
    }, GRACE_MS);
    now().then(
      () => {
        clearTimeout(timer);
        exit(0);
      },
      (error: unknown) => {
        clearTimeout(timer);
        logger.error({ err: error }, 'stopping failed');
        exit(FAILED_EXIT_CODE);
      },
    );
  };
  const detach = listen(logger, exit, end);
  return { now };
}

function listen(logger: Logger, exit: Exit, end: (why: string) => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => end(signal);
  const onDisconnect = (): void => end('parent is gone');
  const onBug = (error: unknown): void => {
    logger.fatal({ err: error }, 'unexpected error');
    exit(FAILED_EXIT_CODE);
  };
  process.once('SIGTERM', onSignal).once('SIGINT', onSignal).once('disconnect', onDisconnect);
  process.on('uncaughtException', onBug).on('unhandledRejection', onBug);
  return () => {
    process.off('SIGTERM', onSignal).off('SIGINT', onSignal).off('disconnect', onDisconnect);
    process.off('uncaughtException', onBug).off('unhandledRejection', onBug);
  };
}
