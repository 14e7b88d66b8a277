import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 95,
  register(program, context) {
    program
      .command('migrate')
      .description(
        'on servers of your own (DATABASE_URL, KAFKA_BROKERS): make or update database, roles and topics',
      )
      .action(async () => {
        const { migrateServers } = await import('./migrate.js');
        await migrateServers(context);
      });
  },
};
