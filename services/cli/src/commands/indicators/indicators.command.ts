import type { CliCommand } from '../command.js';
import type { IndicatorsOptions } from './indicators.js';

export const command: CliCommand = {
  order: 60,
  register(program, context) {
    program
      .command('indicators [id]')
      .description('show where both plans stand; with an id that indicator, by 街镇 or over time')
      .option('--district <code>', 'only this district')
      .option('--as-of <day>', 'state of affairs on this day, YYYY-MM-DD')
      .option('--known-at <instant>', 'as it was known then: a day, or RFC 3339')
      .option('--street <code>', 'of one indicator: only this 街镇')
      .option('--organised <then|now>', '街镇 as the records name them, or as they are organised now')
      .option('--series <grain>', 'of one indicator: over time, by day, month, quarter or year')
      .option('--from <day>', 'with --series: first day')
      .option('--to <day>', 'with --series: last day')
      .option('--aggregate <how>', 'with --series: last, sum or mean of each period')
      .option('--compare [family]', 'both districts side by side, and whether they may be compared')
      .option('--json', 'as JSON')
      .action(async (id: string | undefined, options: IndicatorsOptions) => {
        const { indicators } = await import('./indicators.js');
        await indicators(id, options, context);
      });
  },
};
