import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { loadCatalogue } from '@minhai/events';
import { readSheetFile } from '../../spreadsheet/read-sheet.js';
import { SpreadsheetError, type Sheet } from '../../spreadsheet/sheet.js';
import { CommandError, type CommandContext } from '../command.js';
import { gatewayAccess, type AccessOptions } from '../publish/gateway-access.js';
import { GatewayClient } from '../publish/gateway-client.js';
import { HttpPublisher } from '../publish/http-publisher.js';
import { publishFile, type PublishSummary } from '../publish/publish-file.js';
import { printImport, summarise } from './import-summary.js';
import { loadMapping } from './mapping/load-mapping.js';
import type { Mapping } from './mapping/mapping.js';
import { problemsFileOf, writeProblemsCopy } from './problems-copy.js';
import { judgeRows, type BadRow, type JudgedRows, type ReadyEvent } from './rows/judge-rows.js';
import { problemsOfSent } from './rows/outcome.js';
import { readTable, type Table } from './rows/table.js';
import { pseudonymiser, pseudonymSecret } from './values/pseudonym.js';

export interface ImportOptions extends AccessOptions {
  readonly mapping: string;
  readonly sheet?: string;
  readonly dryRun?: boolean;
  readonly problems?: string;
  readonly json?: boolean;
}

const SOME_ROWS_HAD_PROBLEMS = 3;
const NOT_ALL_SETTLED = 1;

/**
 * Reads a sheet by its mapping, judges every row, writes a copy of those with problems, sends the others and waits for
 * their receipts. Throws CommandError when the mapping or the sheet as a whole is wrong; then nothing was sent.
 */
export async function importSheet(
  file: string,
  options: ImportOptions,
  context: CommandContext,
): Promise<void> {
  const mapping = loadMapping(options.mapping);
  const sheet = await readSheet(file, mapping, options);
  const table = readTable(sheet, mapping);
  const judged = judgeTable(table, mapping, context);
  const sent = options.dryRun ? undefined : await send(judged.ready, basename(file), options, context);
  const bad = sent === undefined ? judged.bad : withSent(judged, table, sent);
  const problemsFile = bad.length === 0 ? null : (options.problems ?? problemsFileOf(file, sheet));
  if (problemsFile !== null) await writeProblemsCopy(problemsFile, sheet, { table, bad });
  const summary = summarise({ file: basename(file), table, judged, bad, sent, problemsFile });
  if (options.json) context.terminal.json(summary);
  else printImport(summary, context.terminal);
  if (bad.length > 0) context.exitWith(SOME_ROWS_HAD_PROBLEMS);
  else if (sent !== undefined && sent.pending > 0) context.exitWith(NOT_ALL_SETTLED);
}

async function readSheet(file: string, mapping: Mapping, options: ImportOptions): Promise<Sheet> {
  try {
    return await readSheetFile(file, {
      sheet: options.sheet ?? mapping.sheet,
      encoding: mapping.encoding,
      delimiter: mapping.delimiter,
    });
  } catch (error) {
    if (error instanceof SpreadsheetError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

function judgeTable(table: Table, mapping: Mapping, { config }: CommandContext): JudgedRows {
  const usesPseudonyms = mapping.events.some(({ data }) =>
    Object.values(data).some(({ pseudonym }) => pseudonym !== undefined),
  );
  const secret = usesPseudonyms ? pseudonymSecret(config.home, mapping.source) : Buffer.alloc(0);
  return judgeRows(table.rows, {
    mapping,
    catalogue: loadCatalogue(),
    now: Date.now(),
    context: { dates: mapping.dates, region: mapping.region, pseudonymise: pseudonymiser(secret) },
  });
}

async function send(
  ready: readonly ReadyEvent[],
  label: string,
  options: ImportOptions,
  { config, terminal }: CommandContext,
): Promise<PublishSummary> {
  const gateway = new GatewayClient(gatewayAccess(config, options), undefined, terminal.note);
  return publishFile({
    source: Readable.from(ready.map(({ line }) => Buffer.from(`${line}\n`))),
    total: ready.length,
    label,
    publisher: new HttpPublisher(gateway),
    receipts: gateway,
    terminal,
  });
}

function withSent({ bad, ready }: JudgedRows, table: Table, sent: PublishSummary): BadRow[] {
  const byRow = problemsOfSent(ready, sent);
  const also = table.rows.flatMap((row) => {
    const problems = byRow.get(row.number);
    return problems === undefined ? [] : [{ row, problems }];
  });
  return [...bad, ...also].sort((a, b) => a.row.number - b.row.number);
}
