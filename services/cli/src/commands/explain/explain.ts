import type { MovementAnswer } from '@minhai/metrics';
import { addressesOf } from '../../stack/addresses.js';
import type { CommandContext } from '../command.js';
import { getJson } from '../http-json.js';
import { endOfDay, searchOf } from '../search.js';
import {
  EVENT_COLUMNS,
  WATERFALL_COLUMNS,
  eventRows,
  headline,
  remarks,
  waterfallRows,
} from './waterfall.js';

export interface ExplainOptions {
  readonly from: string;
  readonly to: string;
  readonly knownFrom?: string;
  readonly knownTo?: string;
  readonly fromVersion?: string;
  readonly toVersion?: string;
  readonly street?: string;
  readonly events: string;
  readonly json?: boolean;
}

export async function explain(
  indicator: string,
  options: ExplainOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const url = `${addressesOf(config).metrics}/v1/indicators/${encodeURIComponent(indicator)}/movement`;
  const answer = await getJson<MovementAnswer>(`${url}?${queryOf(options)}`, config.readerToken);
  if (options.json) return terminal.json(answer);
  terminal.print(headline(answer));
  terminal.print('');
  terminal.table(WATERFALL_COLUMNS, waterfallRows(answer));
  for (const remark of remarks(answer)) terminal.print(remark);
  const events = eventRows(answer);
  if (events.length === 0) return;
  terminal.print('');
  terminal.table(EVENT_COLUMNS, events);
}

const queryOf = ({ knownFrom, knownTo, street, events, json: _, ...rest }: ExplainOptions): URLSearchParams =>
  searchOf({
    ...rest,
    fromKnownAt: endOfDay(knownFrom),
    toKnownAt: endOfDay(knownTo),
    region: street,
    limit: events,
  });
