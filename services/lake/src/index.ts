export { configSchema } from './config.js';
export { migrations, schemaName } from './migrations.js';
export type { QuarantinePage } from './quarantine/quarantine.controller.js';
export type { QuarantineDetail } from './quarantine/quarantine.read-model.js';
