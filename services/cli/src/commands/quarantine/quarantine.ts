import type { QuarantineDetail, QuarantinePage } from '@minhai/lake';
import { addressesOf } from '../../stack/addresses.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CommandContext } from '../command.js';
import { getJson } from '../http-json.js';
import { searchOf } from '../search.js';

export interface ListOptions {
  readonly limit: string;
  readonly code?: string;
  readonly json?: boolean;
}

export async function listQuarantine(
  options: ListOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const query = searchOf({ limit: options.limit, code: options.code });
  const page = await getJson<QuarantinePage>(`${addressesOf(config).lake}/v1/quarantine?${query}`);
  if (options.json) return terminal.json(page);
  if (page.entries.length === 0) return terminal.print('nothing is held');
  terminal.table(
    [
      { title: 'id', align: 'right' },
      { title: 'received' },
      { title: 'code' },
      { title: 'where' },
      { title: 'type' },
      { title: 'event' },
      { title: 'state' },
    ],
    page.entries.map((entry) => [
      String(entry.id),
      entry.receivedAt,
      entry.code,
      entry.pointer || '–',
      entry.type ?? '–',
      entry.eventId ?? '–',
      entry.state,
    ]),
  );
}

export async function showQuarantine(
  id: string,
  options: { readonly json?: boolean },
  { config, terminal }: CommandContext,
): Promise<void> {
  const entry = await getJson<QuarantineDetail>(
    `${addressesOf(config).lake}/v1/quarantine/${encodeURIComponent(id)}`,
  );
  if (options.json) return terminal.json(entry);
  const rows: [string, string][] = [
    ['entry', `${entry.id}, ${entry.state}`],
    ['received', entry.receivedAt],
    ['record', `${entry.topic}/${entry.partition}@${entry.offset}`],
    ['event', entry.eventId ?? '–'],
    ['type', entry.type ?? '–'],
    ['source', entry.source ?? '–'],
  ];
  for (const [name, value] of rows) terminal.print(`${name.padEnd(10)}${value}`);
  terminal.print('');
  terminal.table(
    [{ title: 'code' }, { title: 'where' }, { title: 'what to do' }],
    entry.problems.map(({ code, pointer, message }) => [code, pointer || '–', message]),
  );
  terminal.print('');
  printContent(entry, terminal);
}

function printContent({ attributes, data, valueBytes }: QuarantineDetail, terminal: Terminal): void {
  const rows = [
    ...Object.entries(attributes),
    ...Object.entries(data ?? {}).map(([name, value]): [string, string] => [`data.${name}`, textOf(value)]),
  ];
  terminal.table([{ title: 'field' }, { title: 'value (*** is not shown)' }], rows);
  if (data === null) terminal.print(`the payload cannot be read: ${valueBytes ?? 0} bytes`);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
