import { CrashError } from '@minhai/errors';
import { type Catalogue, readAcceptedEvent } from '@minhai/events';
import type { PositionedEvent } from '@minhai/facts/store';
import type { IncomingRecord } from '@minhai/kafka';

const POSITION_HEADER = 'position';

/** A record of `<prefix>.accepted.<domain>`: the lake judged it, so anything wrong with it is a bug, not bad data. */
export function toPositionedEvent(record: IncomingRecord, catalogue: Catalogue): PositionedEvent {
  const header = record.headers[POSITION_HEADER];
  if (header?.length !== 8 || record.value === null) {
    throw new CrashError(
      'HANDLER_ERROR',
      `accepted record at offset ${record.offset} carries no position or no value`,
    );
  }
  return {
    position: Number(header.readBigInt64BE()),
    event: readAcceptedEvent(record, catalogue),
    value: record.value,
  };
}
