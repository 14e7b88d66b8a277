import type { QualityAnswer } from '@minhai/metrics';
import { addressesOf } from '../../stack/addresses.js';
import type { CommandContext } from '../command.js';
import { getJson } from '../http-json.js';
import { endOfDay, searchOf } from '../search.js';
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
  { json, knownAt, ...options }: QualityOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const url = `${addressesOf(config).metrics}/v1/indicators/${encodeURIComponent(indicator)}/quality`;
  const query = searchOf({ ...options, knownAt: endOfDay(knownAt) });
  const answer = await getJson<QualityAnswer>(`${url}?${query}`, config.readerToken);
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
