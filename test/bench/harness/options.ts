import { parseArgs } from 'node:util';
import type { BenchSettings } from './bench.js';

export interface BenchOptions {
  readonly suite: string;
  /** Goals to measure; empty for all. */
  readonly only: readonly string[];
  readonly json: boolean;
  readonly settings: BenchSettings;
}

const OPTIONS = {
  rounds: { type: 'string', default: '3' },
  events: { type: 'string', default: '100000' },
  seconds: { type: 'string', default: '20' },
  state: { type: 'string', default: '1000000' },
  lake: { type: 'string', default: '1000000' },
  only: { type: 'string', default: '' },
  profile: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const USAGE = `npm run bench -- spine|gold [options]
  --rounds 3        rounds; the median counts
  --events 100000   events of one measurement
  --seconds 20      length of paced and HTTP measurements
  --state 1000000   rows of state when freshness is measured
  --lake 1000000    events in the lake that is rebuilt
  --only P1,P2      only the benches behind these goals
  --profile DIR     CPU profiles of the services into DIR (slower: not for figures)
  --json            the report as JSON on standard output`;

/** Throws RangeError or TypeError with what is wrong. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const suite = positionals[0];
  if (suite === undefined || positionals.length > 1) throw new RangeError('name one suite: spine or gold');
  const events = atLeast('events', values.events, 2_000);
  return {
    suite,
    only: values.only
      .split(',')
      .filter(Boolean)
      .map((goal) => goal.toUpperCase()),
    json: values.json,
    settings: {
      rounds: atLeast('rounds', values.rounds, 1),
      events,
      seconds: atLeast('seconds', values.seconds, 1),
      stateRows: atLeast('state', values.state, 1_000),
      lakeEvents: atLeast('lake', values.lake, 2_000),
      profileDirectory: values.profile,
    },
  };
}

function atLeast(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`--${name} is a whole number of at least ${least}, not ${text}`);
  return value;
}
