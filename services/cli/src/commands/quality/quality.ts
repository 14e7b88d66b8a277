import type { QualityAnswer } from '@minhai/metrics';
import { addressesOf } from '../../stack/addresses.js';
import type { CommandContext } from '../command.js';
import { getJson } from '../http-json.js';
import { endOfDay } from '../indicators/indicators.js';
import { qualitySections } from './quality-sections.js';

export interface QualityOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly since?: string;
  readonly examples: string;
  readonly json?: boolean;
}

export async function quality(
  indicator: string,
  { json, ...options }: QualityOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const url = `${addressesOf(config).metrics}/v1/indicators/${encodeURIComponent(indicator)}/quality`;
  const answer = await getJson<QualityAnswer>(`${url}?${queryOf(options)}`, config.readerToken);
  if (json) return terminal.json(answer);
  const { name, district, sentence } = answer;
  terminal.print(`${name.zh} · ${name.en} (${indicator}), ${district}`);
  terminal.print(sentence.zh);
  terminal.print(sentence.en);
  for (const { title, columns, rows } of qualitySections(answer)) {
    terminal.print('');
    terminal.print(title);
    terminal.table(columns, rows);
  }
}

function queryOf({ asOf, knownAt, since, examples }: Omit<QualityOptions, 'json'>): string {
  const query = new URLSearchParams();
  const asked = { asOf, knownAt: knownAt && endOfDay(knownAt), since, examples };
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
  return query.toString();
}
