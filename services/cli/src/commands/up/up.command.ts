import type { CliCommand } from '../command.js';
import { CommandError } from '../command.js';

export interface UpOptions {
  /** Return once everything is up, and leave it running. */
  readonly detach?: boolean;
  /** Without the ledger. */
  readonly empty?: boolean;
  /** Stop everything after the tables. */
  readonly exit?: boolean;
}

export const command: CliCommand = {
  order: 10,
  register(program, context) {
    program
      .command('up')
      .description('start everything, load the 2020 ledger, show both plans, and stay up until Ctrl-C')
      .option('-d, --detach', 'stay up in the background')
      .option('--empty', 'start without the ledger')
      .option('--exit', 'stop after the tables; exit code 0 only if every figure matches')
      .action(async (options: UpOptions) => {
        if (options.detach && options.exit) throw new CommandError('--detach and --exit exclude each other');
        if (options.exit && options.empty)
          throw new CommandError('--exit compares the figures of the ledger; it makes no sense with --empty');
        if (options.detach) {
          const { upDetached } = await import('./detach.js');
          await upDetached(options, context);
        } else {
          const { up } = await import('./up.js');
          await up(options, context);
        }
      });
  },
};
