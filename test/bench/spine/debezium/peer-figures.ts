import type { Measurements } from '../../harness/bench.js';
import { figure, gated } from '../../harness/figure.js';
import type { Figure } from '../../harness/report.js';
import { spreadOf } from '../../harness/statistics.js';
import { beside, type withoutVoid } from '../void-rounds.js';
import { bestOf, cpuName, PEER_SETTINGS, rateName } from './peer-settings.js';

const RATIO = 'publish → figures settled ÷ Debezium JDBC sink at its best';

/** P5 as a ratio, and what the peer does in each of its settings. Says so where no round had the peer. */
export function peerFigures(
  rounds: readonly Measurements[],
  { valid, note }: ReturnType<typeof withoutVoid>,
): Figure[] {
  const judged = valid.filter((round) => bestOf(round) !== undefined);
  const missing = rounds.filter((round) => bestOf(round) === undefined).length;
  if (judged.length === 0) return [notJudged(rounds)];
  const names = [...new Set(judged.map((round) => bestOf(round)!.setting.title))];
  return [
    gated('P5', RATIO, {
      values: judged.map((round) => round.eventsPerSecond! / bestOf(round)!.rate),
      unit: '×',
      atLeast: 0.35,
      note: beside(
        `one table, no indicators, batches of 5,000; at its best with ${names.join(' or ')}`,
        missing > 0 ? `${missing} of ${rounds.length} rounds without the peer` : undefined,
        note,
      ),
    }),
    ...settingFigures(rounds),
  ];
}

const settingFigures = (rounds: readonly Measurements[]): Figure[] =>
  PEER_SETTINGS.flatMap((setting) => {
    const measured = rounds.filter((round) => round[rateName(setting)] !== undefined);
    if (measured.length === 0) return [];
    const cpu = spreadOf(measured.map((round) => round[cpuName(setting)]!)).median;
    return figure('P5', `  Debezium, ${setting.title}`, {
      values: measured.map((round) => round[rateName(setting)]!),
      unit: 'rows/s',
      note: `CPU-µs/row of Connect and its backends: ${cpu.toFixed(1)}`,
    });
  });

const notJudged = (rounds: readonly Measurements[]): Figure =>
  figure('P5', 'rounds in which Debezium could be measured', {
    values: rounds.map((round) => Number(bestOf(round) !== undefined)),
    unit: 'of 1',
    note: 'NOT JUDGED: the peer could not be installed or run; the messages of the rounds say why',
  });
