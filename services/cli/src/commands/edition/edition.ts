import { writeFileSync } from 'node:fs';
import type { EditionAnswer, EditionWithSteps } from '@minhai/metrics';
import { addressesOf } from '../../stack/addresses.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CommandContext } from '../command.js';
import { getBytes, getJson } from '../http-json.js';
import { endOfDay, searchOf } from '../search.js';
import { type TokenOptions, postJson, readerTokenFrom } from '../send-json.js';

export interface DraftOptions extends TokenOptions {
  readonly district: string;
  readonly period: string;
  readonly knownAt?: string;
  readonly json?: boolean;
}

const editionsOf = ({ config }: CommandContext): string => `${addressesOf(config).metrics}/v1/editions`;
const editionOf = (id: string, context: CommandContext): string =>
  `${editionsOf(context)}/${encodeURIComponent(id)}`;

export async function draft(
  { district, period, knownAt, json, ...options }: DraftOptions,
  context: CommandContext,
): Promise<void> {
  const body = { district, period, knownAt: endOfDay(knownAt) };
  const edition = await postJson<EditionAnswer>(editionsOf(context), body, readerTokenFrom(options));
  tell(edition, json, context.terminal);
}

export interface StepOptions extends TokenOptions {
  readonly id: string;
  readonly step: 'review' | 'publish' | 'withdraw';
  readonly body: Readonly<Record<string, string>>;
  readonly json?: boolean;
}

export async function takeStep(
  { id, step, body, json, ...options }: StepOptions,
  context: CommandContext,
): Promise<void> {
  const url = `${editionOf(id, context)}/${step}`;
  tell(await postJson<EditionAnswer>(url, body, readerTokenFrom(options)), json, context.terminal);
}

function tell(edition: EditionAnswer, json: boolean | undefined, terminal: Terminal): void {
  if (json) return terminal.json(edition);
  terminal.print(`${edition.id}  ${edition.state}  sha256:${edition.digest}`);
}

export interface ListOptions {
  readonly district?: string;
  readonly json?: boolean;
}

export async function list({ district, json }: ListOptions, context: CommandContext): Promise<void> {
  const answer = await getJson<{ editions: EditionAnswer[] }>(
    `${editionsOf(context)}?${searchOf({ district })}`,
  );
  if (json) return context.terminal.json(answer);
  context.terminal.table(
    ['id', 'district', 'period', 'known at', 'state', 'sha256'].map((title) => ({ title })),
    answer.editions.map((one) => [
      one.id,
      one.district,
      one.period,
      one.knownAt,
      one.state,
      one.digest.slice(0, 16),
    ]),
  );
}

export async function show(
  id: string,
  { json }: { readonly json?: boolean },
  context: CommandContext,
): Promise<void> {
  const edition = await getJson<EditionWithSteps>(editionOf(id, context));
  const { terminal } = context;
  if (json) return terminal.json(edition);
  const rows: [string, string][] = [
    ['edition', `${edition.id}, ${edition.state}`],
    ['figures of', `${edition.asOf}, as registered by ${edition.knownAt}`],
    ['sha256', edition.digest],
    ['figures', `${edition.figures}, of which ${edition.withheld} withheld (few people)`],
    ['findings', `${edition.findings.open} open`],
    ['held', `${edition.held.district} of the district, ${edition.held.unattributed} of unknown source`],
    ['definitions', String(edition.definitions.length)],
    ['made from', madeFrom(edition.positions)],
  ];
  for (const [name, value] of rows) terminal.print(`${name.padEnd(13)}${value}`);
  terminal.print('');
  terminal.table(
    ['step', 'by', 'at', 'key', 'reason'].map((title) => ({ title })),
    edition.transitions.map(({ state, by, at, key, reason }) => [
      state,
      by,
      at,
      key.slice(0, 16),
      reason ?? '–',
    ]),
  );
}

/** Positions count from 1 without a gap, so they add up to events. */
const madeFrom = (positions: EditionWithSteps['positions']): string =>
  `${positions.reduce((sum, { position }) => sum + position, 0).toLocaleString('en')} events of the lake, ` +
  `${positions.length} partitions (--json: up to which position of each)`;

export async function exportFile(
  id: string,
  { output, json }: { readonly output?: string; readonly json?: boolean },
  context: CommandContext,
): Promise<void> {
  const file = output ?? `edition-${id}.json`;
  const bytes = await getBytes(`${editionOf(id, context)}/file`);
  writeFileSync(file, bytes);
  if (json) return context.terminal.json({ file, bytes: bytes.length });
  context.terminal.print(`${file}: ${bytes.length} bytes. Check it with: npx minhai edition verify ${file}`);
}
