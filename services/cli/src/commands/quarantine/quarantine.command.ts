import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 54,
  register(program, context) {
    const quarantine = program.command('quarantine').description('show what the lake holds back, and why');
    quarantine
      .command('list')
      .description('newest first')
      .option('-n, --limit <count>', 'how many', '50')
      .option('--code <code>', 'only this code')
      .option('--json', 'as JSON')
      .action(async (options: { limit: string; code?: string; json?: boolean }) => {
        const { listQuarantine } = await import('./quarantine.js');
        await listQuarantine(options, context);
      });
    quarantine
      .command('show')
      .description('one entry with all its problems and what can be read of it, personal fields masked')
      .argument('<id>', 'number of the entry')
      .option('--json', 'as JSON')
      .action(async (id: string, options: { json?: boolean }) => {
        const { showQuarantine } = await import('./quarantine.js');
        await showQuarantine(id, options, context);
      });
  },
};
