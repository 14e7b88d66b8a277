export { configSchema } from './config.js';
export { migrations, schemaName } from './migrations.js';
