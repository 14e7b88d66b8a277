export { binaryArray, type ArrayType, type ArrayValues } from './binary-array.js';
export { bulkStatement, type BulkStatement, type ColumnValues } from './bulk-statement.js';
export { CopyRows } from './copy-rows.js';
export {
  openDatabase,
  type Database,
  type DatabaseOptions,
  type Parameter,
  type Queryable,
  type Statement,
  type Transaction,
  type TransactionOptions,
} from './database.js';
export { entityDataSource } from './data-source.js';
export { digestOf, type GeneratedObject } from './generated-objects.js';
export { sqlIdentifier, sqlLiteral } from './identifier.js';
export { maskedColumn, PERSONAL_ROLE, revealFunction, VIEW_READERS, type Masked } from './masking.js';
export { migrate, sqlMigration, type MigrationClass, type MigrationSet } from './migrate.js';
export { ensureRoles, urlFor, type RoleSpec, type RolesSpec } from './roles.js';
export { UNIQUE_VIOLATION, UNDEFINED_TABLE, isTransient, sqlStateOf } from './sql-state.js';
