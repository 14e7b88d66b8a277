import { looksLikeCitizenNumber } from '@minhai/domain';
import type { Catalogue, EventType } from '@minhai/events';
import { findType } from '@minhai/samples';
import { columnsOf, eventName, type EventSpec, type Mapping, type ValueSpec } from '../mapping/mapping.js';
import {
  ATTRIBUTE_NAMES,
  ATTRIBUTE_TARGETS,
  fieldTarget,
  KEY_TARGET,
  type Target,
} from '../mapping/target.js';
import { rowProblem, type RowProblem } from '../problem.js';
import { readValue, type ReadContext } from '../values/read-value.js';
import { holds } from './condition.js';
import { importedEventId } from './event-id.js';
import type { TableRow } from './table.js';

/** What one row says: its events as CloudEvents, not judged yet, or everything that could not be read. */
export interface BuiltRow {
  readonly events: readonly BuiltEvent[];
  readonly problems: readonly RowProblem[];
}

export interface BuiltEvent {
  readonly spec: EventSpec;
  readonly event: Readonly<Record<string, unknown>>;
}

export function buildRow(
  row: TableRow,
  {
    mapping,
    catalogue,
    context,
  }: { mapping: Mapping; catalogue: Catalogue; context: Omit<ReadContext, 'cell'> },
): BuiltRow {
  const problems: RowProblem[] = [];
  const events: BuiltEvent[] = [];
  for (const spec of mapping.events) {
    if (spec.when?.some((condition) => !holds(condition, row))) continue;
    const eventType = catalogue.find(findType(spec.type, catalogue)!)!;
    const reader = new RowReader({ ...context, cell: (header) => row.cell(header) });
    events.push({ spec, event: buildEvent({ spec, eventType, mapping }, reader) });
    problems.push(...reader.problems);
  }
  return problems.length > 0 ? { events: [], problems: distinct(problems) } : { events, problems };
}

/** The columns that feed each place of an event, for problems that are found later. */
export function columnsAt({ data, ...attributes }: EventSpec, pointer: string): readonly string[] {
  const [, first, field] = pointer.split('/');
  if (first === 'data') return columnsOf(data[field ?? '']);
  return columnsOf((attributes as Record<string, ValueSpec | undefined>)[first ?? '']);
}

class RowReader {
  readonly problems: RowProblem[] = [];

  constructor(private readonly context: ReadContext) {}

  /** Undefined when there is no value; a problem is remembered. */
  read(spec: ValueSpec | undefined, target: Target): unknown {
    if (spec === undefined) return undefined;
    const found = readValue(spec, target, this.context);
    if (found.kind === 'problem') this.problems.push(found.problem);
    return found.kind === 'value' ? found.value : undefined;
  }

  /** Keys go into the id, and an id can be tried for every citizen’s number. */
  readKey(spec: ValueSpec): string {
    const text = String(this.read(spec, KEY_TARGET) ?? '');
    if (looksLikeCitizenNumber(text))
      this.problems.push(rowProblem('PERSON_ID_IN_ORG_FIELD', '/id', columnsOf(spec)));
    return text;
  }
}

function buildEvent(
  { spec, eventType, mapping }: { spec: EventSpec; eventType: EventType; mapping: Mapping },
  reader: RowReader,
): Record<string, unknown> {
  const key = (spec.key ?? mapping.key).map((part) => reader.readKey(part));
  const data: Record<string, unknown> = {};
  for (const field of eventType.latest.shape.fields) {
    const value = reader.read(spec.data[field.name], fieldTarget(field)!);
    if (value !== undefined) data[field.name] = value;
  }
  const attributes: Record<string, unknown> = { regionid: mapping.region };
  for (const name of ATTRIBUTE_NAMES) {
    const value = reader.read(spec[name], ATTRIBUTE_TARGETS[name]);
    if (value !== undefined) attributes[name] = value;
  }
  return {
    specversion: '1.0',
    id: importedEventId({ source: mapping.source, mapping: mapping.name, event: eventName(spec), key }),
    source: mapping.source,
    type: eventType.type,
    subject: subjectOf(data, eventType, key),
    // The moment of import would make every import another content, so the sheet says when it was registered.
    recordedtime: attributes['time'],
    ...attributes,
    datacontenttype: 'application/json',
    data,
  };
}

function subjectOf(data: Record<string, unknown>, eventType: EventType, key: readonly string[]): string {
  const complete = eventType.latest.shape.fields.map(({ name }) => [name, data[name] ?? null] as const);
  return eventType.subjectOf(Object.fromEntries(complete)) ?? key.join(':');
}

/** Several events of a row read the same cells; the same problem once is enough. */
function distinct(problems: readonly RowProblem[]): RowProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, pointer, columns }) => {
    const name = `${code} ${columns.length > 0 ? columns.join() : pointer}`;
    return !seen.has(name) && seen.add(name);
  });
}
