import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../repository.js';

export const kafkaDeployment = join(repositoryRoot, 'deploy', 'kafka');

/**
 * Fetches what the pom in `deployment` names, the broker's jars unless told otherwise, with Maven into `libs` beside
 * it, unless that is there already. Returns the directory that holds them. Throws with Maven's own words when it fails.
 */
export async function ensureKafkaJars(deployment: string = kafkaDeployment): Promise<string> {
  const pom = join(deployment, 'pom.xml');
  const libs = join(deployment, 'libs');
  const stamp = join(libs, '.pom-sha256');
  const wanted = createHash('sha256').update(readFileSync(pom)).digest('hex');
  const present = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (present === wanted) return libs;
  // Jars of an older pom must not stay on the class path; those without a stamp were only half fetched and Maven completes them.
  if (present !== undefined) rmSync(libs, { recursive: true, force: true });
  try {
    await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies']);
  } catch (error) {
    throw new Error(`Maven could not fetch what ${pom} names:\n${outputOf(error)}`, { cause: error });
  }
  writeFileSync(stamp, wanted);
  return libs;
}

function outputOf(error: unknown): string {
  const {
    code,
    stdout = '',
    stderr = '',
    message,
  } = error as Error & { code?: unknown; stdout?: string; stderr?: string };
  if (code === 'ENOENT')
    return 'mvn is not installed. Debian/Ubuntu: apt install maven. macOS: brew install maven.';
  return `${stdout}${stderr}`.trim().slice(-2_000) || message;
}
