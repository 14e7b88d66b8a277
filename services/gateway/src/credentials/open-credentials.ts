import { entityDataSource } from '@minhai/postgres';
import { CredentialEntity } from './credential.entity.js';
import { CredentialService } from './credential.service.js';

export interface OpenCredentials {
  readonly credentials: CredentialService;
  close(): Promise<void>;
}

/** For the command line: credentials are made with the gateway's database role, never over HTTP. */
export async function openCredentials(databaseUrl: string): Promise<OpenCredentials> {
  const source = await entityDataSource(databaseUrl, 'minhai-credentials', [CredentialEntity]).initialize();
  return {
    credentials: new CredentialService(source.getRepository(CredentialEntity)),
    close: () => source.destroy(),
  };
}
