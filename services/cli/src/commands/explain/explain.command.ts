import type { CliCommand } from '../command.js';
import type { ExplainOptions } from './explain.js';

export const command: CliCommand = {
  order: 61,
  register(program, context) {
    program
      .command('explain')
      .description(
        'why a figure moved between two readings: parts that add up to the difference, and their events',
      )
      .argument('<indicator>', 'id of an indicator; npx minhai indicators --json lists them')
      .requiredOption('--from <day>', 'day of the first reading, YYYY-MM-DD')
      .requiredOption('--to <day>', 'day of the second reading')
      .option('--known-from <instant>', 'the first reading as it was known then: a day, or RFC 3339')
      .option('--known-to <instant>', 'the second reading as it was known then')
      .option('--from-version <number>', 'version of the definition of the first reading')
      .option('--to-version <number>', 'version of the definition of the second reading')
      .option('--street <code>', 'one 街镇 instead of the district')
      .option('--events <number>', 'largest events to list of each part', '3')
      .option('--json', 'as JSON')
      .action(async (indicator: string, options: ExplainOptions) => {
        const { explain } = await import('./explain.js');
        await explain(indicator, options, context);
      });
  },
};
