export { expectations, type Expectations } from './expectations.js';
export { ledgerEvents, ledgerLines, ledgerTraps } from './ledger.js';
export type { Trap } from './posting/chapter.js';
export type { LedgerEvent } from './posting/cloud-event.js';
export { SCENARIOS, scenarioEvents, type ScenarioName } from './scenarios/scenario.js';
export { DISTRICTS, type District, type DistrictCode, type Street } from './reference/districts.js';
export * as reorderings from './reorderings/reorderings.js';
export type { Spoilt } from './reorderings/reorderings.js';
