import type { Exit, Logger } from '@minhai/nest';
import type { PartitionKey } from '../positions/position.store.js';

/** What is done about failures of publishing, which nobody waits for. */
export interface PublishAlarm {
  /** The broker or PostgreSQL cannot be had; it will be tried again. */
  waiting(error: unknown, key?: PartitionKey): void;
  /** No repetition mends it: the process must end. */
  fatal(error: unknown, key?: PartitionKey): void;
}

const FATAL_EXIT_CODE = 1;

export const publishAlarm = (logger: Logger, exit: Exit): PublishAlarm => ({
  waiting: (error, key) => logger.warn({ err: error, ...key }, 'publishing accepted events waits'),
  fatal: (error, key) => {
    logger.fatal({ err: error, ...key }, 'accepted events cannot be published');
    exit(FATAL_EXIT_CODE);
  },
});
