import { setTimeout as sleep } from 'node:timers/promises';
import { loadCatalogue } from '@minhai/events';
import { eventStream, pick, type SampleEvent } from '@minhai/samples';
import type { Terminal } from '../../terminal/terminal.js';
import { CommandError, type CommandContext } from '../command.js';
import { gatewayAccess, type AccessOptions } from '../publish/gateway-access.js';
import { GatewayClient } from '../publish/gateway-client.js';
import { requireType } from '../sample/require-type.js';
import { chance } from '../sample/sample.js';
import { stopRequest } from '../up/stop-request.js';
import { loadLine, type LoadProgress } from './load-display.js';
import { dueNow, loadOf, type Load } from './schedule.js';

export interface GenerateLoadOptions extends AccessOptions {
  readonly rate: number;
  readonly types: string;
  readonly seconds?: number;
  readonly count?: number;
  readonly seed?: string;
  readonly region?: string;
  readonly source?: string;
  readonly json?: boolean;
}

const MOST_PER_REQUEST = 2_000;
const TICK_MS = 50;
const DRAW_MS = 100;
const PLAIN_LINE_EVERY_MS = 5_000;

interface LoadResult extends LoadProgress {
  /** How many were refused under which code; empty for events as they should be. */
  readonly codes: Readonly<Record<string, number>>;
}

/** Sends valid events at a steady rate until all are sent or the user stops it. Ends with 1 when any was refused. */
export async function generate(options: GenerateLoadOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const next = eventSource(options);
  const gateway = new GatewayClient(gatewayAccess(context.config, options), undefined, context.terminal.note);
  const load = loadOf(options.rate, options);
  const result = await terminal.step('generate', (say) =>
    drive(load, next, { gateway, stop: stopRequest(), show: shower(terminal, say) }),
  );
  if (options.json) terminal.json({ ...result, perSecond: (result.sent * 1000) / result.elapsedMs });
  else printSummary(result, terminal);
  if (result.refused > 0) context.exitWith(1);
}

/** Events of the chosen types in random order. Throws CommandError for an unknown type or region. */
function eventSource(options: GenerateLoadOptions): () => SampleEvent {
  const catalogue = loadCatalogue();
  const names = options.types.split(',').map((name) => name.trim());
  const types =
    options.types === 'all'
      ? catalogue.all().map(({ type }) => type)
      : names.map((name) => requireType(name, catalogue));
  const { random, now } = chance(options.seed, Date.now());
  const { region, source } = options;
  const streams = types.map((type) => eventStream(type, { random, now, region, source, catalogue }));
  try {
    for (const stream of streams) stream.next();
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
  return () => pick(random, streams).next().value;
}

interface Drive {
  readonly gateway: Pick<GatewayClient, 'publishLines'>;
  readonly stop: AbortSignal;
  readonly show: (progress: LoadProgress) => void;
}

async function drive(
  load: Load,
  next: () => SampleEvent,
  { gateway, stop, show }: Drive,
): Promise<LoadResult> {
  const started = performance.now();
  const codes: Record<string, number> = {};
  let progress: LoadProgress = { sent: 0, accepted: 0, refused: 0, total: load.total, elapsedMs: 0 };
  while (progress.sent < load.total && !stop.aborted) {
    const due = dueNow(load, performance.now() - started, progress.sent, MOST_PER_REQUEST);
    if (due === 0) {
      await sleep(TICK_MS);
      continue;
    }
    const lines = Array.from({ length: due }, () => Buffer.from(JSON.stringify(next())));
    const { accepted, refused } = await gateway.publishLines(lines);
    for (const { code } of refused) codes[code] = (codes[code] ?? 0) + 1;
    progress = {
      sent: progress.sent + due,
      accepted: progress.accepted + accepted,
      refused: progress.refused + due - accepted,
      total: load.total,
      elapsedMs: performance.now() - started,
    };
    show(progress);
  }
  return { ...progress, codes };
}

/** Redraws a terminal's line; without a terminal a line now and then. */
function shower(terminal: Terminal, say: (detail: string) => void): (progress: LoadProgress) => void {
  let shown = 0;
  return (progress) => {
    if (progress.elapsedMs - shown < (terminal.interactive ? DRAW_MS : PLAIN_LINE_EVERY_MS)) return;
    shown = progress.elapsedMs;
    if (terminal.interactive) say(loadLine(progress));
    else terminal.note(loadLine(progress));
  };
}

function printSummary({ codes, ...progress }: LoadResult, terminal: Terminal): void {
  terminal.print(loadLine(progress));
  for (const [code, count] of Object.entries(codes)) terminal.print(`  refused: ${count} ${code}`);
  if (progress.sent < progress.total) terminal.note('stopped before all were sent');
}
