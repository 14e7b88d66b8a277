import { formatInstant, isUuid } from '@minhai/domain';
import { openCredentials, type OpenCredentials } from '@minhai/gateway/credentials';
import type { CliConfig } from '../../config.js';
import { startedInstance } from '../../stack/started-instance.js';
import { CommandError, type CommandContext } from '../command.js';

export interface CreateOptions {
  readonly source: readonly string[];
  readonly name: string;
  readonly mayRegisterSchemas?: boolean;
  readonly json?: boolean;
}

export async function createCredential(
  options: CreateOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const created = await withCredentials(config, (credentials) =>
    credentials.create(options.name, options.source, options.mayRegisterSchemas ? ['schemas:write'] : []),
  );
  if (options.json) return terminal.json(created);
  terminal.note(`credential ${created.id} (${created.name}) for ${created.sources.join(', ')}`);
  if (created.rights.length > 0) terminal.note(`besides publishing it may: ${created.rights.join(', ')}`);
  terminal.note('Its token is shown once; keep it as a password:');
  terminal.print(created.token);
}

export async function listCredentials(
  { json }: { readonly json?: boolean },
  { config, terminal }: CommandContext,
): Promise<void> {
  const list = await withCredentials(config, (credentials) => credentials.list());
  if (json) return terminal.json(list);
  terminal.table(
    ['id', 'name', 'sources', 'rights', 'created', 'revoked'].map((title) => ({ title })),
    list.map(({ id, name, sources, rights, createdAt, revokedAt }) => [
      id,
      name,
      sources.join(' '),
      rights.join(' ') || '–',
      formatInstant(createdAt),
      revokedAt === null ? '–' : formatInstant(revokedAt),
    ]),
  );
}

export async function revokeCredential(id: string, { config, terminal }: CommandContext): Promise<void> {
  if (!isUuid(id))
    throw new CommandError('a credential id is a UUID; npx minhai credentials list shows them');
  if (!(await withCredentials(config, (credentials) => credentials.revoke(id)))) {
    throw new CommandError(`there is no credential ${id}`);
  }
  terminal.note(`revoked ${id}; the gateway knows within seconds`);
}

async function withCredentials<T>(
  config: CliConfig,
  work: (credentials: OpenCredentials['credentials']) => Promise<T>,
): Promise<T> {
  const url = startedInstance(config).databaseUrl('minhai_gateway');
  const { credentials, close } = await openCredentials(url);
  try {
    return await work(credentials);
  } finally {
    await close();
  }
}
