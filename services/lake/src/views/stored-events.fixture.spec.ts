import { uuidV7 } from '@minhai/domain';
import { loadCatalogue, type EventType } from '@minhai/events';
import type { Database } from '@minhai/postgres';
import { createHash } from 'node:crypto';

export interface GivenEvent {
  readonly eventType: EventType;
  /** Counts from 1; the newest when absent. */
  readonly version?: number;
  readonly data: object;
  readonly subject?: string;
  readonly reason?: string;
  readonly actor?: string;
  readonly sensitivity?: number;
}

const RECORDED = '2020-03-02T08:00:00+08:00';
let position = 0;

/** Puts events straight into lake.event, as the owner; answers their ids in order. */
export async function storeEvents(owner: Database, events: readonly GivenEvent[]): Promise<string[]> {
  const rows = events.map((event) => {
    position += 1;
    const { eventType } = event;
    const version = event.version === undefined ? eventType.latest : eventType.versions[event.version - 1]!;
    return {
      id: uuidV7(Date.parse(RECORDED), createHash('sha256').update(`${position}`).digest()),
      position,
      schema_id: version.schemaId,
      sensitivity: event.sensitivity ?? eventType.sensitivity,
      domain: eventType.domain,
      subject: event.subject ?? 'subject',
      reason: event.reason ?? null,
      actor: event.actor ?? null,
      payload: `\\x${version.encode(event.data).toString('hex')}`,
    };
  });
  await owner.query(
    `INSERT INTO lake.event (id, position, time, recorded_time, partition_no, schema_id, sensitivity, domain, source, subject,
       region_id, reason, actor, content_hash, payload)
     SELECT r.id, r.position, $2, $2, 0, r.schema_id, r.sensitivity, r.domain, 'urn:mca:310105:spec', r.subject,
       '310105', r.reason, r.actor, '\\x00', r.payload
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, position bigint, schema_id integer, sensitivity smallint, domain text,
       subject text, reason text, actor text, payload bytea)`,
    [JSON.stringify(rows), RECORDED],
  );
  return rows.map(({ id }) => id);
}

export const typeNamed = (name: string): EventType => loadCatalogue().find(`cn.gov.mca.${name}`)!;
