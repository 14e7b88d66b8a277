import type { IncomingRecord, TopicPartition } from '@minhai/kafka';
import type { Logger, Telemetry } from '@minhai/nest';
import { faultName } from '../quarantine/held-record.js';
import type { Committed, IntakeObserver } from './intake.handler.js';

const EVENTS_PER_BATCH = [1, 10, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000];

/** Counts what became of every record, and logs faults of ours by place, never by content. */
export function intakeTelemetry(telemetry: Telemetry, logger: Logger): IntakeObserver {
  const accepted = telemetry.counter('lake_accepted_total', 'Events accepted into the lake', ['domain']);
  const held = telemetry.counter('lake_quarantined_total', 'Records held in quarantine', ['domain', 'code']);
  const repeats = telemetry.counter('lake_duplicates_total', 'Repeats of accepted events', ['domain']);
  const conflicts = telemetry.counter('lake_conflicts_total', 'Other contents under an accepted id', [
    'domain',
  ]);
  const size = telemetry.histogram('lake_batch_records', 'Records per transaction', [], EVENTS_PER_BATCH);
  const duration = telemetry.histogram('lake_batch_seconds', 'Seconds per transaction, judged to committed');
  return {
    committed(domain, acceptance: Committed, seconds) {
      accepted.inc({ domain }, acceptance.placed.length);
      repeats.inc({ domain }, acceptance.repeats);
      for (const { problems } of acceptance.held) held.inc({ domain, code: problems[0]!.code });
      const clashes = acceptance.held.filter(({ problems }) => problems[0]!.code === 'ID_CONFLICT');
      if (clashes.length > 0) {
        conflicts.inc({ domain }, clashes.length);
        const first = clashes[0]!.eventId;
        logger.warn({ domain, count: clashes.length, first }, 'other contents under accepted ids are held');
      }
      size.observe(acceptance.placed.length + acceptance.held.length + acceptance.repeats);
      duration.observe(seconds);
    },
    faulted({ topic, partition }: TopicPartition, records: readonly IncomingRecord[], fault: unknown) {
      const offset = String(records[0]!.offset);
      const place = {
        topic,
        partition,
        offset,
        records: records.length,
        fault: faultName(fault),
        at: framesOf(fault),
      };
      logger.error(place, 'a record makes acceptance fail; narrowing it down');
    },
  };
}

/** Stack without the message, which may quote the event. */
const framesOf = (fault: unknown): string[] =>
  (fault instanceof Error ? (fault.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
