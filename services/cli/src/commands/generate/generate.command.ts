import type { CliCommand } from '../command.js';
import { numberOption, wholeNumberOption } from '../number-option.js';
import type { GenerateLoadOptions } from './generate.js';

export const command: CliCommand = {
  order: 59,
  register(program, context) {
    program
      .command('generate')
      .description(
        'drive a load of valid events for a trial; they are kept, so use an instance of its own (MINHAI_HOME)',
      )
      .requiredOption('--rate <r>', 'events a second', numberOption('--rate', 0.1, 1_000_000))
      .option('--types <list>', 'event types separated by commas, or all', 'all')
      .option('--seconds <s>', 'how long (default: 10)', numberOption('--seconds', 0.1, 86_400 * 31))
      .option('--count <n>', 'how many events instead', wholeNumberOption('--count', 1, 1e9))
      .option('--seed <seed>', 'the same seed gives the same events all day')
      .option('--region <code>', 'six digits of the district where they happen')
      .option('--source <urn>', 'their source (the credential must allow it)')
      .option('--gateway <url>', 'a gateway elsewhere')
      .option('--token-file <file>', 'file with the bearer token (default: the demo publisher’s)')
      .option('--json', 'as JSON')
      .action(async (options: GenerateLoadOptions) => {
        const { generate } = await import('./generate.js');
        await generate(options, context);
      });
  },
};
