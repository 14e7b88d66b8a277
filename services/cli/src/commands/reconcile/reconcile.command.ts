import { CommandError, type CliCommand } from '../command.js';
import type { ReconcileOptions } from './reconcile.js';

export const command: CliCommand = {
  order: 53,
  register(program, context) {
    program
      .command('reconcile')
      .description('add up what became of everything sent on a day: landed, held, duplicates, conflicts')
      .option('--source <source>', 'one source, or `unattributed` (default: all of the credential)')
      .option('--day <day>', 'day of receipt, Asia/Shanghai (default: today)')
      .option('--from <day>', 'first of several days')
      .option('--to <day>', 'last of several days')
      .option('--held', 'list the records that did not land')
      .option('--gateway <url>', 'a gateway elsewhere')
      .option('--token-file <file>', 'file with the bearer token (default: the demo publisher’s)')
      .option('--csv', 'as CSV, one line per day, source and type')
      .option('--json', 'as JSON')
      .action(async (options: ReconcileOptions) => {
        if (options.csv && options.json) throw new CommandError('either --csv or --json');
        const { reconcile } = await import('./reconcile.js');
        await reconcile(options, context);
      });
  },
};
