export { identified, withAmendments } from './arbitrary-amendments.js';
export { assertContinues } from './continues.js';
export { derivedTables, MemoryTables, type FactTables } from './memory-tables.js';
export { assertSetPrinciple, deliveries, type Delivery } from './set-principle.js';
