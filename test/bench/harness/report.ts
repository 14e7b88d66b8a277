import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchSettings, Measurements } from './bench.js';
import { formatSpread, type Spread } from './statistics.js';

/** One measured figure against its goal. */
export interface Figure {
  readonly goal: string;
  readonly title: string;
  readonly unit: string;
  readonly spread: Spread;
  /** The gate as written in the goals, and whether the median meets it; null where no gate applies. */
  readonly gate: string | null;
  readonly met: boolean | null;
  readonly note?: string;
}

export interface Report {
  readonly name: string;
  readonly environment: string;
  readonly rounds: number;
  readonly settings: BenchSettings;
  readonly startedAt: string;
  readonly figures: readonly Figure[];
  /** Everything measured, by bench and round. */
  readonly measurements: Readonly<Record<string, readonly Measurements[]>>;
}

const markOf = (met: boolean | null): string => (met === null ? '·' : met ? '✓' : '✗');

export function printReport(report: Report): void {
  const lines = report.figures.map(
    (figure) =>
      `${markOf(figure.met)} ${figure.goal.padEnd(4)} ${figure.title.padEnd(58)} ${formatSpread(figure.spread).padEnd(26)} ${figure.unit}` +
      `${figure.gate === null ? '' : `   gate ${figure.gate}`}${figure.note === undefined ? '' : `\n       ${figure.note}`}`,
  );
  const size = `${report.rounds} rounds of ${report.settings.events} events, median [min–max]`;
  process.stdout.write([report.environment, size, ...lines, ''].join('\n'));
}

/** Writes the JSON beside earlier ones and returns its path. */
export function saveReport(report: Report, directory: string): string {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${report.name}-${report.startedAt.replaceAll(':', '')}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
