import { sqlMigration } from '@minhai/postgres';

const KEPT = ['street_report', 'entity_report', 'recorded_report', 'report_position', 'report_shape'];

/**
 * Who reported on which days, and when that was registered: what `quality` asks, in as many rows as there are days and not
 * events. Kept from history after it is folded, so that an event costs the fold nothing.
 */
export const CreateReporting = sqlMigration(
  'CreateReporting',
  1_790_000_580_000,
  [
    `CREATE TABLE metrics.street_report (
       fact smallint NOT NULL, district text COLLATE "C" NOT NULL, street text COLLATE "C" NOT NULL, day date NOT NULL,
       first_recorded bigint NOT NULL, PRIMARY KEY (fact, district, street, day)
     )`,
    `COMMENT ON TABLE metrics.street_report IS 'Days with events of a fact in a street; an empty street: events that name none'`,
    `CREATE TABLE metrics.entity_report (
       fact smallint NOT NULL, district text COLLATE "C" NOT NULL, entity text COLLATE "C" NOT NULL, day date NOT NULL,
       first_recorded bigint NOT NULL, PRIMARY KEY (fact, district, entity, day)
     )`,
    `COMMENT ON TABLE metrics.entity_report IS 'Days with events of an institution or another place or organisation; never of a person'`,
    `CREATE TABLE metrics.recorded_report (
       fact smallint NOT NULL, district text COLLATE "C" NOT NULL, recorded_day date NOT NULL, day date NOT NULL,
       first_recorded bigint NOT NULL, last_recorded bigint NOT NULL, PRIMARY KEY (fact, district, recorded_day, day)
     )`,
    `COMMENT ON TABLE metrics.recorded_report IS 'Days of registration, with the days the events were about'`,
    `CREATE TABLE metrics.report_position (
       domain text NOT NULL, partition integer NOT NULL, position bigint NOT NULL, PRIMARY KEY (domain, partition)
     )`,
    `COMMENT ON TABLE metrics.report_position IS 'Lake position up to which the three tables of reports are kept; what was folded since is read from history'`,
    `CREATE TABLE metrics.report_shape (single boolean PRIMARY KEY DEFAULT true CHECK (single), shape text NOT NULL)`,
    `COMMENT ON TABLE metrics.report_shape IS 'The fact definitions the tables of reports were made with; others: made anew'`,
    ...['street_report', 'entity_report', 'recorded_report'].map(
      (table) =>
        `COMMENT ON COLUMN metrics.${table}.first_recorded IS 'Earliest registration time of such an event, epoch milliseconds'`,
    ),
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${KEPT.map((table) => `metrics.${table}`).join(', ')} TO minhai_metrics`,
  ],
  [`DROP TABLE ${KEPT.map((table) => `metrics.${table}`).join(', ')}`],
);
