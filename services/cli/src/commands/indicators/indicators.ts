import { addressesOf } from '../../stack/addresses.js';
import type { CommandContext } from '../command.js';
import { fetchIndicators, printIndicatorTables } from './print-tables.js';

export interface IndicatorsOptions {
  readonly district?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
}

export async function indicators(
  { json, district, asOf, knownAt }: IndicatorsOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const metricsUrl = addressesOf(config).metrics;
  const query = { district, asOf, knownAt: knownAt === undefined ? undefined : endOfDay(knownAt) };
  if (json) terminal.json({ indicators: await fetchIndicators(metricsUrl, query) });
  else await printIndicatorTables({ metricsUrl, out: terminal, query });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** “As known on 15 January” includes that day. Anything but a day is left to the service to judge. */
export const endOfDay = (text: string): string => (DAY.test(text) ? `${text}T23:59:59.999+08:00` : text);
