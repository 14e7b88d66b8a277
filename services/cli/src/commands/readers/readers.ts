import { formatInstant } from '@minhai/domain';
import { openReaders, type OpenReaders } from '@minhai/metrics/readers';
import type { CliConfig } from '../../config.js';
import { startedInstance } from '../../stack/started-instance.js';
import { CommandError, type CommandContext } from '../command.js';

interface CreateOptions {
  readonly name: string;
  readonly right: readonly string[];
  readonly json?: boolean;
}

export async function createReader(
  options: CreateOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const created = await withReaders(config, (readers) => readers.create(options.name, options.right));
  if (options.json) return terminal.json(created);
  terminal.note(`reader ${created.name} may: ${created.rights.join(', ') || 'see what everybody sees'}`);
  terminal.note('The token is shown once; keep it as a password and send it as "Authorization: Bearer …":');
  terminal.print(created.token);
}

export async function listReaders(
  { json }: { readonly json?: boolean },
  { config, terminal }: CommandContext,
): Promise<void> {
  const list = await withReaders(config, (readers) => readers.list());
  if (json) return terminal.json(list);
  terminal.table(
    ['name', 'rights', 'created', 'revoked'].map((title) => ({ title })),
    list.map(({ name, rights, createdAt, revokedAt }) => [
      name,
      rights.join(' ') || '–',
      formatInstant(createdAt),
      revokedAt === null ? '–' : formatInstant(revokedAt),
    ]),
  );
}

export async function revokeReader(name: string, { config, terminal }: CommandContext): Promise<void> {
  if (!(await withReaders(config, (readers) => readers.revoke(name))))
    throw new CommandError(`there is no reader ${name}; npx minhai readers list shows them`);
  terminal.note(`revoked ${name}`);
}

async function withReaders<T>(
  config: CliConfig,
  work: (readers: OpenReaders['readers']) => Promise<T>,
): Promise<T> {
  const { readers, close } = openReaders(startedInstance(config).databaseUrl('minhai_metrics'));
  try {
    return await work(readers);
  } finally {
    await close();
  }
}
