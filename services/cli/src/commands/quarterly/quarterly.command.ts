import type { CliCommand } from '../command.js';
import type { QuarterlyOptions } from './quarterly.js';

export const command: CliCommand = {
  order: 63,
  register(program, context) {
    program
      .command('quarterly')
      .description('the ministry’s quarterly form JBZH0001: cumulative flows (*) and stocks at the end')
      .requiredOption('--district <code>', '310105 长宁 or 310118 青浦')
      .option('--quarter <quarter>', 'e.g. 2020-Q4; default: the last one that is over')
      .option('--known-at <instant>', 'as it was known then: a day, or RFC 3339')
      .option('--out <file>', 'write .csv or .xlsx instead of printing')
      .option('--json', 'as JSON')
      .action(async (options: QuarterlyOptions) => {
        const { quarterly } = await import('./quarterly.js');
        await quarterly(options, context);
      });
  },
};
