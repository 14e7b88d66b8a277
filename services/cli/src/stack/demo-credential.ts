import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openCredentials } from '@minhai/gateway/credentials';

const NAME = 'demo';
/** Every source of the synthetic ledger. */
const SOURCES = ['urn:mca:*'];

/**
 * The token of the demo publisher, made on first use and kept in a file only its owner can read. A file whose
 * credential is gone (a new database, or revoked) is replaced.
 */
export async function ensureDemoCredential(gatewayDatabaseUrl: string, file: string): Promise<string> {
  const { credentials, close } = await openCredentials(gatewayDatabaseUrl);
  try {
    const isKnown = (await credentials.list()).some(
      ({ name, revokedAt }) => name === NAME && revokedAt === null,
    );
    if (isKnown && existsSync(file)) return readFileSync(file, 'utf8').trim();
    const { token } = await credentials.create(NAME, SOURCES);
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
    return token;
  } finally {
    await close();
  }
}
