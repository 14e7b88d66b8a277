import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 20,
  register(program, context) {
    program
      .command('down')
      .description('stop everything that runs in this home directory')
      .action(async () => {
        const { down } = await import('./down.js');
        await down(context);
      });
  },
};
