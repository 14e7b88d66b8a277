import { formatInstant } from '@minhai/domain';
import { RejectedEventError } from '@minhai/errors';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { DomainEvent } from '../envelope.js';
import { Dictionary } from '../envelope/dictionary.js';
import type { KafkaRecord } from './record.js';

const SPEC_VERSION = Buffer.from('1.0');
const CONTENT_TYPE = Buffer.from('application/avro');
// Header bytes that repeat are made once; nobody writes into them.
const repeated = new Dictionary((text) => Buffer.from(text));

/**
 * The record an event becomes on an intake topic. Throws RejectedEventError when the schema id is not in the catalogue
 * or the payload does not fit its schema.
 */
export function toKafkaRecord(event: DomainEvent, catalogue: Catalogue): KafkaRecord {
  const version = catalogue.findSchema(event.schemaId);
  if (!version) throw new RejectedEventError('SCHEMA_UNKNOWN', '/dataschema');
  const headers: Record<string, Buffer> = {
    'content-type': CONTENT_TYPE,
    ce_specversion: SPEC_VERSION,
    ce_id: Buffer.from(event.id, 'latin1'),
    ce_source: repeated.get(event.source),
    ce_type: repeated.get(event.type),
    ce_subject: Buffer.from(event.subject),
    ce_time: Buffer.from(formatInstant(event.time), 'latin1'),
    ce_recordedtime: Buffer.from(formatInstant(event.recordedTime), 'latin1'),
    ce_regionid: repeated.get(event.regionId),
    ce_sensitivity: repeated.get(String(event.sensitivity)),
  };
  if (event.streetId !== undefined) headers['ce_streetid'] = repeated.get(event.streetId);
  if (event.villageId !== undefined) headers['ce_villageid'] = repeated.get(event.villageId);
  if (event.seq !== undefined) headers['ce_seq'] = Buffer.from(String(event.seq), 'latin1');
  if (event.correctionOf !== undefined)
    headers['ce_correctionof'] = Buffer.from(event.correctionOf, 'latin1');
  if (event.voids !== undefined) headers['ce_voids'] = Buffer.from(event.voids, 'latin1');
  if (event.reason !== undefined) headers['ce_reason'] = Buffer.from(event.reason);
  if (event.actor !== undefined) headers['ce_actor'] = Buffer.from(event.actor);
  return {
    topicDomain: version.eventType.domain,
    key: Buffer.from(event.subject),
    value: version.encode(event.data),
    headers,
  };
}
