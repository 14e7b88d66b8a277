import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 90,
  register(program, context) {
    program
      .command('doctor')
      .description('check prerequisites, ports, disk, clock and configuration, and say what to do')
      .option('--json', 'as JSON')
      .action(async (options: { json?: boolean }) => {
        const { doctor } = await import('./doctor.js');
        await doctor(options, context);
      });
  },
};
