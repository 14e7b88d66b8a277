import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { formatCount } from '../../terminal/duration.js';
import type { Terminal } from '../../terminal/terminal.js';
import { addressesOf } from '../../stack/addresses.js';
import { CommandError, type CommandContext } from '../command.js';
import { gatewayAccess, type AccessOptions } from './gateway-access.js';
import { GatewayClient } from './gateway-client.js';
import { HttpPublisher } from './http-publisher.js';
import { publishFile, type PublishSummary } from './publish-file.js';
import type { Publisher } from './publisher.js';
import { countLines } from './read-lines.js';

export interface PublishOptions extends AccessOptions {
  readonly via: 'http' | 'kafka';
  readonly wait: boolean;
  readonly json?: boolean;
}

const NOT_ALL_TAKEN = 1;
const MOST_SHOWN = 20;

export async function publish(file: string, options: PublishOptions, context: CommandContext): Promise<void> {
  const isStandardInput = file === '-';
  if (!isStandardInput && !existsSync(file)) throw new CommandError(`no such file: ${file}`);
  const needsGateway = options.via === 'http' || options.wait;
  const gateway = needsGateway
    ? new GatewayClient(gatewayAccess(context.config, options), undefined, context.terminal.note)
    : undefined;
  const publisher = options.via === 'http' ? new HttpPublisher(gateway!) : await kafkaPublisher(context);
  try {
    const summary = await publishFile({
      source: isStandardInput ? process.stdin : createReadStream(file),
      total: isStandardInput ? undefined : await countLines(createReadStream(file)),
      label: isStandardInput ? 'publish' : basename(file),
      publisher,
      receipts: options.wait ? gateway : undefined,
      terminal: context.terminal,
    });
    if (options.json) context.terminal.json(summary);
    else printSummary(summary, options.wait, context.terminal);
    const isIncomplete = options.wait && summary.pending > 0;
    if (summary.refused.length > 0 || summary.held.length > 0 || isIncomplete)
      context.exitWith(NOT_ALL_TAKEN);
  } finally {
    await publisher.close();
  }
}

async function kafkaPublisher({ config }: CommandContext): Promise<Publisher> {
  const { KafkaPublisher } = await import('./kafka-publisher.js');
  return KafkaPublisher.open(config.kafkaBrokers ?? addressesOf(config).kafka, config.topicPrefix);
}

function printSummary(summary: PublishSummary, waited: boolean, terminal: Terminal): void {
  const { accepted, duplicate, held, refused, pending, read } = summary;
  terminal.print(
    [
      `${formatCount(read)} read`,
      `${formatCount(accepted)} accepted`,
      `${formatCount(duplicate)} duplicate`,
      `${formatCount(held.length)} held`,
      `${formatCount(refused.length)} refused`,
      ...(pending > 0
        ? [`${formatCount(pending)} ${waited ? 'without a receipt yet' : 'on their way'}`]
        : []),
    ].join(' · '),
  );
  showProblems('refused', refused, terminal);
  showProblems('held', held, terminal);
}

interface Shown {
  readonly line: number;
  readonly code: string;
  readonly pointer: string | null;
  readonly message: string | null;
}

function showProblems(title: string, problems: readonly Shown[], terminal: Terminal): void {
  if (problems.length === 0) return;
  terminal.print('');
  terminal.table(
    [{ title: 'line', align: 'right' }, { title: title }, { title: 'where' }, { title: 'what to do' }],
    problems
      .slice(0, MOST_SHOWN)
      .map(({ line, code, pointer, message }) => [String(line), code, pointer || '–', message ?? '']),
  );
  const rest = problems.length - MOST_SHOWN;
  if (rest > 0) terminal.print(`and ${formatCount(rest)} more; --json lists all`);
}
