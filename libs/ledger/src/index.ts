export { ledgerEvents, ledgerLines, ledgerTraps } from './ledger.js';
export type { LedgerEvent } from './posting/cloud-event.js';
export { SCENARIOS, scenarioEvents, type ScenarioName } from './scenarios/scenario.js';
export { DISTRICTS, type DistrictCode } from './reference/districts.js';
export * as reorderings from './reorderings/reorderings.js';
