import { isFullName, recordName, SCHEMA_LIMITS, type Catalogue } from '@minhai/events';

/**
 * The names under which clients know a contract. Its subject is the full name of its record (RecordNameStrategy);
 * `<topic>-<record>` (TopicRecordNameStrategy) and the name of the event type mean the same subject.
 */
export class SubjectNames {
  private readonly records: ReadonlyMap<string, string>;

  constructor(catalogue: Catalogue) {
    this.records = new Map(catalogue.all().map(({ type, latest }) => [type, recordName(latest.schema)]));
  }

  /** The subject a name stands for, known or not; undefined when it can be none. */
  subjectOf(name: string): string | undefined {
    // A full name has no hyphen; a topic may.
    const record = name.slice(name.lastIndexOf('-') + 1);
    if (!isFullName(record) || record.length > SCHEMA_LIMITS.nameCharacters) return undefined;
    return this.records.get(record) ?? record;
  }
}
