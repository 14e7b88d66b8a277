import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 30,
  register(program, context) {
    program
      .command('status')
      .description('show every process: state, port, lag, age, memory')
      .option('--json', 'as JSON')
      .action(async (options: { json?: boolean }) => {
        const { status } = await import('./status.js');
        await status(options, context);
      });
  },
};
