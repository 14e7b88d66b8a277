import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureKafkaJars } from '@minhai/runtime';
import { repositoryRoot } from '../../../e2e/support/command.js';

export const peerDeployment = join(repositoryRoot, 'test', 'bench', 'spine', 'debezium');

/** The peer cannot be measured here. The bench says so and goes on without what is held against it. */
export class PeerUnavailableError extends Error {
  override readonly name = 'PeerUnavailableError';
}

export interface InstalledPeer {
  /** Kafka Connect. */
  readonly jars: string;
  /** Directory that holds the folder of the connector, as `plugin.path` wants it. */
  readonly pluginPath: string;
}

/** Fetches Kafka Connect and Debezium with Maven on first use. Throws PeerUnavailableError with what went wrong. */
export async function installPeer(): Promise<InstalledPeer> {
  try {
    const jars = await ensureKafkaJars(peerDeployment);
    return { jars, pluginPath: await unpacked(jars) };
  } catch (error) {
    throw new PeerUnavailableError(`Debezium could not be installed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function unpacked(jars: string): Promise<string> {
  const plugins = join(jars, 'plugins');
  if (existsSync(plugins)) return plugins;
  const archive = readdirSync(jars).find((name) => name.endsWith('-plugin.tar.gz'));
  if (archive === undefined) throw new Error(`${jars} holds no archive of the connector`);
  const unpacking = `${plugins}.unpacking`;
  await rm(unpacking, { recursive: true, force: true });
  await mkdir(unpacking);
  await promisify(execFile)('tar', ['xzf', join(jars, archive), '-C', unpacking]);
  // Only a whole directory gets the name.
  await rename(unpacking, plugins);
  return plugins;
}
