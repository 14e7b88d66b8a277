import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 63,
  register(program, context) {
    program
      .command('rebuild')
      .description(
        'build every fact and figure anew from the lake, beside what is there, and put it in its place; services may run',
      )
      .option('--json', 'as JSON')
      .action(async (options: { json?: boolean }) => {
        const { rebuild } = await import('./rebuild.js');
        await rebuild(options, context);
      });
  },
};
