import type { ExchangeResource } from '../codelists.generated.js';

const OF_ORGANISATIONS: ReadonlySet<ExchangeResource> = new Set([
  'ELDERCARE_INSTITUTION',
  'ELDERCARE_CREDIT',
  'SOCIALORG_STATUS',
  'SOCIALORG_CREDIT',
]);

/** What may be known of relief, of household means and of children is answered case by case, never fed. */
const ON_REQUEST_ONLY: ReadonlySet<ExchangeResource> = new Set([
  'ECON_CHECK',
  'RELIEF_STATUS',
  'CHILD_TRANSFER',
]);

/** True unless the resource is about organisations: a new one counts as personal until it is listed. */
export const isPersonal = (resource: ExchangeResource): boolean => !OF_ORGANISATIONS.has(resource);

export const isOnRequestOnly = (resource: ExchangeResource): boolean => ON_REQUEST_ONLY.has(resource);
