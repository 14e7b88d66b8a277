import { CommandError, type CliCommand } from '../command.js';
import type { PublishOptions } from './publish.js';

export const command: CliCommand = {
  order: 50,
  register(program, context) {
    program
      .command('publish')
      .description(
        'publish CloudEvents, one a line, and say what became of each; exit code 1 when any was refused or held',
      )
      .argument('<file>', 'NDJSON file, or - for standard input')
      .option('--via <way>', 'http: through the gateway; kafka: straight to the intake topics', 'http')
      .option('--no-wait', 'do not wait for the receipts')
      .option('--gateway <url>', 'a gateway elsewhere')
      .option('--token-file <file>', 'file with the bearer token (default: the demo publisher’s)')
      .option('--json', 'as JSON')
      .action(async (file: string, options: PublishOptions) => {
        if (options.via !== 'http' && options.via !== 'kafka')
          throw new CommandError('--via is http or kafka');
        const { publish } = await import('./publish.js');
        await publish(file, options, context);
      });
  },
};
