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
  const query = { district, asOf, knownAt };
  if (json) terminal.json({ indicators: await fetchIndicators(metricsUrl, query) });
  else await printIndicatorTables({ metricsUrl, out: terminal, query });
}
