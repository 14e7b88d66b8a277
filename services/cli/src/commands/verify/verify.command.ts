import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 62,
  register(program, context) {
    program
      .command('verify')
      .description(
        'recompute every fact and figure from the lake and compare; exit code 1 with the differences',
      )
      .option('--json', 'as JSON')
      .action(async (options: { json?: boolean }) => {
        const { verify } = await import('./verify.js');
        await verify(options, context);
      });
  },
};
