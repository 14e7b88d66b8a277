import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { isUuid } from '@minhai/domain';
import type { LineProblem } from '@minhai/gateway';
import type { Terminal } from '../../terminal/terminal.js';
import type { GatewayClient } from './gateway-client.js';
import type { Publisher } from './publisher.js';
import { readLineBatches, type NumberedLine } from './read-lines.js';
import { TrackedEvents, type HeldEvent } from './tracked-events.js';

export interface PublishSummary {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly held: readonly HeldEvent[];
  readonly refused: readonly LineProblem[];
  /** Safe in Kafka, but without a receipt when we stopped waiting, or not waited for. */
  readonly pending: number;
}

export interface PublishRun {
  readonly source: Readable;
  /** Lines expected, for the progress display. */
  readonly total: number | undefined;
  readonly label: string;
  readonly publisher: Publisher;
  /** Whom to ask for receipts; undefined: nobody. */
  readonly receipts: GatewayClient | undefined;
  readonly terminal: Pick<Terminal, 'progress'>;
}

const LINES_PER_BATCH = 2_000;
const POLL_MS = 200;
/** As long as receipts keep coming we wait; after this time without one we stop. */
const QUIET_MS = 60_000;

/** Publishes every line of a stream, then waits until the lake has said what became of each. */
export async function publishFile(run: PublishRun): Promise<PublishSummary> {
  const events = new TrackedEvents();
  const refused: LineProblem[] = [];
  let read = 0;
  const progress = run.terminal.progress(run.label, run.total);
  for await (const lines of readLineBatches(run.source, LINES_PER_BATCH)) {
    const ids = new Map(lines.map((line) => [line.number, idOf(line)]));
    await beginToWait(events, ids, run.receipts);
    const outcome = await run.publisher.publish(lines);
    refused.push(...outcome.refused);
    markSent(events, ids, outcome.refused, run.receipts);
    read += lines.length;
    progress.update(read, run.total === undefined ? undefined : Math.max(run.total, read));
  }
  progress.finish();
  if (run.receipts !== undefined) await waitForReceipts(events, run.receipts, run.terminal);
  const { accepted, duplicate, held } = events.count;
  refused.sort((a, b) => a.line - b.line);
  const known = accepted + duplicate + held.length + refused.length;
  return {
    read,
    accepted,
    duplicate,
    held: held.toSorted((a, b) => a.line - b.line),
    refused,
    pending: read - known,
  };
}

/** What was there before tells which receipts are ours. */
async function beginToWait(
  events: TrackedEvents,
  ids: ReadonlyMap<number, string | undefined>,
  receipts: GatewayClient | undefined,
): Promise<void> {
  if (receipts === undefined) return;
  const lineOf = new Map<string, number>();
  for (const [line, id] of ids) if (id !== undefined && !lineOf.has(id)) lineOf.set(id, line);
  for (const receipt of await receipts.lookUp(events.unknown([...lineOf.keys()]))) {
    events.begin(receipt, lineOf.get(receipt.id)!);
  }
}

function markSent(
  events: TrackedEvents,
  ids: ReadonlyMap<number, string | undefined>,
  refused: readonly LineProblem[],
  receipts: GatewayClient | undefined,
): void {
  if (receipts === undefined) return;
  const refusedLines = new Set(refused.map(({ line }) => line));
  for (const [line, id] of ids) if (id !== undefined && !refusedLines.has(line)) events.sent(id);
}

async function waitForReceipts(
  events: TrackedEvents,
  receipts: GatewayClient,
  terminal: Pick<Terminal, 'progress'>,
): Promise<void> {
  events.dropUnsent();
  const progress = terminal.progress('receipts', events.all);
  for (let quietSince = Date.now(), before = -1; events.pending.length > 0; await sleep(POLL_MS)) {
    for (const receipt of await receipts.lookUp(events.pending)) events.settle(receipt);
    const waiting = events.pendingCount;
    progress.update(events.all - waiting);
    if (waiting !== before) quietSince = Date.now();
    before = waiting;
    if (waiting === 0 || Date.now() - quietSince > QUIET_MS) break;
  }
  progress.finish();
}

/** The id as the lake will know it; undefined when the line is too broken to have one, which the gateway will say. */
function idOf({ bytes }: NumberedLine): string | undefined {
  try {
    const { id } = JSON.parse(bytes?.toString('utf8') ?? '') as { id?: unknown };
    return typeof id === 'string' && isUuid(id.toLowerCase()) ? id.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}
