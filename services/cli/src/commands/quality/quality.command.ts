import type { CliCommand } from '../command.js';
import type { QualityOptions } from './quality.js';

export const command: CliCommand = {
  order: 62,
  register(program, context) {
    program
      .command('quality')
      .description('how good a figure is: findings, held records, who did not report, drift, freshness')
      .argument('<indicator>', 'id of an indicator; npx minhai indicators --json lists them')
      .option('--as-of <day>', 'state of affairs on this day, YYYY-MM-DD (default: today)')
      .option('--known-at <instant>', 'as it was known then: a day, or RFC 3339')
      .option('--since <day>', 'first day of the period in which reports are looked for (default: 1 January)')
      .option('--examples <number>', 'how many to list of each kind', '5')
      .option('--json', 'as JSON')
      .action(async (indicator: string, options: QualityOptions) => {
        const { quality } = await import('./quality.js');
        await quality(indicator, options, context);
      });
  },
};
