import type { QuarterlyForm } from '@minhai/metrics';
import { FORM_TITLES, formRows } from '@minhai/metrics/quarterly-form';
import { writeSheetFile } from '../../spreadsheet/write-sheet.js';
import { addressesOf } from '../../stack/addresses.js';
import { CommandError, type CommandContext } from '../command.js';
import { getJson } from '../http-json.js';
import { endOfDay, searchOf } from '../search.js';

export interface QuarterlyOptions {
  readonly district: string;
  readonly quarter?: string;
  readonly knownAt?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const FORMATS = { csv: 'csv', xlsx: 'xlsx' } as const;

export async function quarterly(
  { json, out, knownAt, ...query }: QuarterlyOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const format = out === undefined ? undefined : formatOf(out);
  const parameters = searchOf({ ...query, knownAt: endOfDay(knownAt) });
  const url = `${addressesOf(config).metrics}/v1/quarterly?${parameters}`;
  const form = await getJson<QuarterlyForm>(url, config.readerToken);
  if (json) return terminal.json(form);
  const rows = formRows(form.lines).map((cells) => cells.map((cell) => String(cell ?? '')));
  if (out !== undefined) {
    await writeSheetFile(out, [FORM_TITLES, ...rows], { format: format!, delimiter: ',' });
    return terminal.note(`wrote ${out}: ${form.form} ${form.district} ${form.quarter}, ${rows.length} lines`);
  }
  terminal.note(
    `${form.form}  ${form.district}  ${form.quarter}  (* since 1 January; … withheld: few people)`,
  );
  terminal.table(
    FORM_TITLES.map((title, column) => ({ title, ...(column > 2 && { align: 'right' as const }) })),
    rows,
  );
}

function formatOf(file: string): 'csv' | 'xlsx' {
  const format = FORMATS[file.slice(file.lastIndexOf('.') + 1).toLowerCase() as keyof typeof FORMATS];
  if (!format) throw new CommandError(`${file}: the form is written as .csv or .xlsx`);
  return format;
}
