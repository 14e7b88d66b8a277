import type { CliCommand } from '../command.js';
import type { CreateOptions } from './credentials.js';

export const command: CliCommand = {
  order: 56,
  register(program, context) {
    const credentials = program.command('credentials').description('who may publish, and in whose name');
    credentials
      .command('create')
      .description('make a credential; its token is shown once')
      .requiredOption(
        '--source <source...>',
        'sources it is bound to, e.g. urn:mca:310105:eldercare or urn:mca:310105:*',
      )
      .option('--name <name>', 'whose it is', 'unnamed')
      .option('--may-register-schemas', 'it may also add schemas to the registry')
      .option('--json', 'as JSON')
      .action(async (options: CreateOptions) => {
        const { createCredential } = await import('./credentials.js');
        await createCredential(options, context);
      });
    credentials
      .command('list')
      .option('--json', 'as JSON')
      .action(async (options: { json?: boolean }) => {
        const { listCredentials } = await import('./credentials.js');
        await listCredentials(options, context);
      });
    credentials
      .command('revoke')
      .description('takes effect within seconds; cannot be undone')
      .argument('<id>', 'id of the credential')
      .action(async (id: string) => {
        const { revokeCredential } = await import('./credentials.js');
        await revokeCredential(id, context);
      });
  },
};
