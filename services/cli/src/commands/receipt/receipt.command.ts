import { CommandError, type CliCommand } from '../command.js';
import type { ReceiptOptions } from './receipt.js';

export const command: CliCommand = {
  order: 52,
  register(program, context) {
    program
      .command('receipt')
      .description('say what became of one event')
      .argument('<id>', 'id of the event')
      .option('--gateway <url>', 'a gateway elsewhere')
      .option('--token-file <file>', 'file with the bearer token (default: the demo publisher’s)')
      .option('--json', 'as JSON')
      .action(async (id: string, options: ReceiptOptions) => {
        const { isUuid } = await import('@minhai/domain');
        if (!isUuid(id.toLowerCase())) throw new CommandError('an event id is a UUID');
        const { receipt } = await import('./receipt.js');
        await receipt(id.toLowerCase(), options, context);
      });
  },
};
