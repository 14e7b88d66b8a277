export type { EventFolder, Rule, RuleEvent, Rules } from './contract.js';
export { EVENT_FOLDERS } from './catalogue.generated.js';
export {
  readEventSamples,
  type EventSamples,
  type RefusedSample,
  type ValidSample,
} from './event-samples.js';
export { readEventSchema } from './event-schema.js';
export * from './payloads.generated.js';
export * from './codelists.generated.js';
export { codeAt, codeList, codeLists, type CodeList, type CodeListEntry } from './code-list.js';
export { DIVISION_PROVINCES, divisionAt, divisionPeriod, divisions, type Division } from './division.js';
