import type { HeldPage, HeldRecord, Reconciliation } from '@minhai/gateway';
import type { Terminal } from '../../terminal/terminal.js';
import type { CommandContext } from '../command.js';
import { gatewayAccess, type AccessOptions } from '../publish/gateway-access.js';
import { GatewayClient } from '../publish/gateway-client.js';
import { searchOf } from '../search.js';
import { countRows } from './count-rows.js';

export interface ReconcileOptions extends AccessOptions {
  readonly source?: string;
  readonly day?: string;
  readonly from?: string;
  readonly to?: string;
  readonly held?: boolean;
  readonly csv?: boolean;
  readonly json?: boolean;
}

const PATIENCE_MS = 5_000;
const PATH = '/v1/reconciliation';

export async function reconcile(
  options: ReconcileOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const client = new GatewayClient(gatewayAccess(config, options), PATIENCE_MS);
  if (options.held) return listHeld(client, options, terminal);
  const response = await client.get(`${PATH}?${queryOf(options)}`);
  if (options.csv) return terminal.print((await response.text()).trimEnd());
  const found = (await response.json()) as Reconciliation;
  if (options.json) return terminal.json(found);
  showCounts(found, terminal);
}

const queryOf = (
  { source, day, from, to, csv }: ReconcileOptions,
  more: Readonly<Record<string, string>> = {},
): URLSearchParams => searchOf({ source, day, from, to, format: csv ? 'csv' : 'json', ...more });

function showCounts(found: Reconciliation, terminal: Terminal): void {
  const days = found.from === found.to ? found.from : `${found.from} – ${found.to}`;
  terminal.print(
    `${days}, by day of receipt, as of ${found.asOf}${found.complete ? '' : ' (not over yet)'}\n`,
  );
  if (found.days.length === 0) return terminal.print('nothing arrived');
  terminal.table(
    [
      { title: 'day' },
      { title: 'source' },
      { title: 'type' },
      { title: 'sent', align: 'right' },
      { title: 'landed', align: 'right' },
      { title: 'held', align: 'right' },
      { title: 'duplicates', align: 'right' },
      { title: 'conflicts', align: 'right' },
      { title: 'held for' },
    ],
    countRows(found),
  );
  if (found.totals.held + found.totals.conflicts === 0) return;
  terminal.print(`\n${found.totals.held + found.totals.conflicts} did not land; --held lists them`);
}

/** All pages. */
async function listHeld(client: GatewayClient, options: ReconcileOptions, terminal: Terminal): Promise<void> {
  const records: HeldRecord[] = [];
  for (let after: string | null = '0'; after !== null;) {
    const response = await client.get(`${PATH}/held?${queryOf(options, { after })}`);
    if (options.csv) {
      const [titles, ...lines] = (await response.text()).trimEnd().split('\r\n');
      terminal.print((after === '0' ? [titles!, ...lines] : lines).join('\r\n'));
      after = response.headers.get('x-next-after');
      continue;
    }
    const page = (await response.json()) as HeldPage;
    records.push(...page.records);
    after = page.next === null ? null : String(page.next);
  }
  if (options.csv) return;
  if (options.json) return terminal.json({ records });
  if (records.length === 0) return terminal.print('everything landed');
  terminal.table(
    [
      { title: 'received' },
      { title: 'event' },
      { title: 'code' },
      { title: 'where' },
      { title: 'record' },
      { title: 'what to do' },
    ],
    records.map(heldCells),
  );
}

const heldCells = ({ receivedAt, eventId, code, pointer, origin, advice }: HeldRecord): string[] => [
  receivedAt,
  eventId ?? '–',
  code,
  pointer || '–',
  `${origin.topic}/${origin.partition}@${origin.offset}`,
  advice?.en ?? '',
];
