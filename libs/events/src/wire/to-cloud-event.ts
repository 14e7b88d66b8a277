import { formatInstant } from '@minhai/domain';
import type { Catalogue } from '../catalogue/catalogue.js';
import { loadCatalogue } from '../catalogue/load-catalogue.js';
import type { DomainEvent } from '../envelope.js';

/** The structured JSON form, in CloudEvents order; absent attributes and optionals that are null are left out. */
export function toCloudEvent(
  event: DomainEvent,
  catalogue: Catalogue = loadCatalogue(),
): Record<string, unknown> {
  const { id, source, type, subject, regionId, streetId, villageId, seq, sensitivity, correctionOf, voids } =
    event;
  const attributes = {
    specversion: '1.0',
    id,
    source,
    type,
    subject,
    time: formatInstant(event.time),
    recordedtime: formatInstant(event.recordedTime),
    regionid: regionId,
    streetid: streetId,
    villageid: villageId,
    seq,
    sensitivity,
    correctionof: correctionOf,
    voids,
    reason: event.reason,
    actor: event.actor,
    dataschema: catalogue.findSchema(event.schemaId)?.urn,
    datacontenttype: 'application/json',
    data: withoutNulls(event.data),
  };
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

const withoutNulls = (data: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
