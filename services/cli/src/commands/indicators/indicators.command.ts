import type { CliCommand } from '../command.js';
import type { IndicatorsOptions } from './indicators.js';

export const command: CliCommand = {
  order: 60,
  register(program, context) {
    program
      .command('indicators')
      .description('show the figures of both plans, computed against published')
      .option('--district <code>', 'only this district')
      .option('--as-of <day>', 'state of affairs on this day, YYYY-MM-DD')
      .option('--known-at <instant>', 'as it was known then: a day, or RFC 3339')
      .option('--json', 'as JSON')
      .action(async (options: IndicatorsOptions) => {
        const { indicators } = await import('./indicators.js');
        await indicators(options, context);
      });
  },
};
