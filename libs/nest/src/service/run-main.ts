import { CONFIGURATION_EXIT_CODE, ConfigurationError } from '../config/parse-config.js';
import { createLogger } from '../logging/logger.js';

const FAILED_EXIT_CODE = 1;

/** The last line of a service's `main.ts`: a start that fails says why and ends the process (78: configuration). */
export function runMain(name: string, start: () => Promise<unknown>): void {
  start().catch((error: unknown) => {
    if (error instanceof ConfigurationError) {
      process.stderr.write(`${name}: ${error.message}\n`);
      process.exit(CONFIGURATION_EXIT_CODE);
    }
    createLogger(name).fatal({ err: error }, 'could not start');
    process.exit(FAILED_EXIT_CODE);
  });
}
