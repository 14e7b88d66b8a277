import { AddCredentialRights } from './credentials/add-rights.migration.js';
import { CreateCredential } from './credentials/create-credential.migration.js';
import { CreateSchemaRegistry } from './schema-registry/create-schema-registry.migration.js';

export const schemaName = 'gateway';

export const migrations = [CreateCredential, AddCredentialRights, CreateSchemaRegistry];
