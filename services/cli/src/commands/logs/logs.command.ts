import type { CliCommand } from '../command.js';
import { wholeNumberOption } from '../number-option.js';

export const command: CliCommand = {
  order: 40,
  register(program, context) {
    program
      .command('logs')
      .description('print the end of the logs')
      .argument('[service]', 'only this one: gateway, lake, metrics, postgres, kafka')
      .option('-f, --follow', 'go on as lines are written')
      .option('-n, --lines <count>', 'lines to begin with', wholeNumberOption('--lines', 0, 1_000_000), 50)
      .action(async (service: string | undefined, options: { follow?: boolean; lines: number }) => {
        const { logs } = await import('./logs.js');
        await logs({ service, follow: options.follow ?? false, lines: options.lines }, context);
      });
  },
};
