import { CreateCredential } from './credentials/create-credential.migration.js';

export const schemaName = 'gateway';

export const migrations = [CreateCredential];
