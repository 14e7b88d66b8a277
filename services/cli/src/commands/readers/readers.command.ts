import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 57,
  register(program, context) {
    const readers = program
      .command('readers')
      .description('who may see few people’s figures, and draft, review and publish editions');
    readers
      .command('create')
      .description('make a reader; the token is shown once')
      .requiredOption('--name <name>', 'one person, e.g. zhao.min: what signatures name')
      .option('--right <right...>', 'e.g. edition.draft; none: sees what everybody sees', [])
      .option('--json', 'as JSON')
      .action(async (options: { name: string; right: string[]; json?: boolean }) => {
        const { createReader } = await import('./readers.js');
        await createReader(options, context);
      });
    readers
      .command('list')
      .option('--json', 'as JSON')
      .action(async (options: { json?: boolean }) => {
        const { listReaders } = await import('./readers.js');
        await listReaders(options, context);
      });
    readers
      .command('revoke')
      .description('takes effect at once; the name stays taken, because signatures name it')
      .argument('<name>', 'name of the reader')
      .action(async (name: string) => {
        const { revokeReader } = await import('./readers.js');
        await revokeReader(name, context);
      });
  },
};
