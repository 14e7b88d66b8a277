import { Readable } from 'node:stream';
import { DISTRICTS, ledgerEvents, type DistrictCode, type LedgerEvent } from '@minhai/ledger';
import { formatCount } from '../../terminal/duration.js';
import type { Terminal } from '../../terminal/terminal.js';
import { CommandError } from '../command.js';
import { GatewayClient } from '../publish/gateway-client.js';
import { HttpPublisher } from '../publish/http-publisher.js';
import { KafkaPublisher } from '../publish/kafka-publisher.js';
import { publishFile, type PublishSummary } from '../publish/publish-file.js';
import type { Publisher } from '../publish/publisher.js';

export interface LedgerLoad {
  readonly gatewayUrl: string;
  readonly token: string;
  /** `host:port`, separated by commas. */
  readonly brokers: string;
  readonly topicPrefix: string;
  readonly out: Terminal;
}

export interface LoadedLedger {
  readonly published: number;
  /** Deliveries left out because their event has a receipt from an earlier load. */
  readonly known: number;
}

/** Both ways in are used, so that every start proves both. */
const WAY: Readonly<Record<DistrictCode, 'http' | 'kafka'>> = { '310105': 'http', '310118': 'kafka' };

/**
 * Publishes both districts' ledgers and waits for the receipts. Events that have one already are left out, so a
 * second start publishes nothing and an interrupted load goes on where it stopped. Throws CommandError when the
 * lake did not take an event: every event of the ledger is valid.
 */
export async function loadLedger(load: LedgerLoad): Promise<LoadedLedger> {
  const gateway = new GatewayClient({ url: load.gatewayUrl, token: load.token });
  const total = { published: 0, known: 0 };
  for (const { code: district } of Object.values(DISTRICTS)) {
    const events = ledgerEvents(district);
    const missing = await withoutReceipt(events, gateway);
    total.known += events.length - missing.length;
    if (missing.length === 0) {
      load.out.note(`✓ ledger ${district}  ${formatCount(events.length)} events are in the lake already`);
      continue;
    }
    await publishDistrict(district, missing, gateway, load);
    total.published += missing.length;
  }
  return total;
}

/** Deliveries of events nobody has seen yet. One that the ledger delivers twice is kept twice: that is a trap. */
async function withoutReceipt(
  events: readonly LedgerEvent[],
  gateway: GatewayClient,
): Promise<LedgerEvent[]> {
  const ids = [...new Set(events.map(({ id }) => id))];
  const pending = new Set<string>();
  for (const { id, status } of await gateway.lookUp(ids)) if (status === 'pending') pending.add(id);
  return events.filter(({ id }) => pending.has(id));
}

async function publishDistrict(
  district: DistrictCode,
  events: readonly LedgerEvent[],
  gateway: GatewayClient,
  load: LedgerLoad,
): Promise<void> {
  const way = WAY[district];
  const publisher: Publisher =
    way === 'http' ? new HttpPublisher(gateway) : await KafkaPublisher.open(load.brokers, load.topicPrefix);
  try {
    const summary = await publishFile({
      source: Readable.from(events.map((event) => Buffer.from(`${JSON.stringify(event)}\n`))),
      total: events.length,
      label: `ledger ${district} by ${way === 'http' ? 'HTTP' : 'Kafka'}`,
      publisher,
      receipts: gateway,
      terminal: load.out,
    });
    requireComplete(district, summary);
  } finally {
    await publisher.close();
  }
}

function requireComplete(district: DistrictCode, { refused, held, pending }: PublishSummary): void {
  const problem = refused[0] ?? held[0];
  if (problem !== undefined) {
    const count = refused.length + held.length;
    throw new CommandError(
      `the ledger of ${district}: ${count} events were not taken; the first is ${problem.id}: ${problem.code} ${problem.pointer ?? ''}`,
    );
  }
  if (pending > 0) throw new CommandError(`the ledger of ${district}: ${pending} events have no receipt yet`);
}
