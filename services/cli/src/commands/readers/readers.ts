import { formatInstant } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import { openReaders, type Readers } from '@minhai/metrics';
import { readInstance } from '@minhai/runtime';
import type { CliConfig } from '../../config.js';
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

async function withReaders<T>(config: CliConfig, work: (readers: Readers) => Promise<T>): Promise<T> {
  const instance = readInstance(config.home);
  if (!instance)
    throw new CommandError(`nothing has been started in ${config.home} yet. Begin with: npx minhai up`);
  const { readers, close } = openReaders(instance.databaseUrl('minhai_metrics'));
  try {
    return await work(readers);
  } catch (error) {
    if (error instanceof RefusedError) throw new CommandError(error.message);
    throw error;
  } finally {
    await close();
  }
}
