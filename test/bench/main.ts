import { join } from 'node:path';
import { repositoryRoot } from '../e2e/support/command.js';
import type { Bench, Measurements } from './harness/bench.js';
import { parseOptions, USAGE, type BenchOptions } from './harness/options.js';
import { printReport, saveReport, type Report } from './harness/report.js';
import { SUITES } from './suites.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function readOptions(): BenchOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    say(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Round by round over all benches, so that a machine that slows down slows all of them. */
async function measureAll(
  benches: readonly Bench[],
  { settings }: BenchOptions,
  reference: { path: string; rows: number },
): Promise<Map<Bench, Measurements[]>> {
  const measured = new Map(benches.map((bench) => [bench, [] as Measurements[]]));
  for (let number = 1; number <= settings.rounds; number++) {
    for (const bench of benches) {
      const prefix = `round ${number}/${settings.rounds} · ${bench.name}:`;
      const begun = performance.now();
      measured
        .get(bench)!
        .push(
          await bench.measure({ number, settings, reference, say: (message) => say(`${prefix} ${message}`) }),
        );
      say(`${prefix} done in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    }
  }
  return measured;
}

async function main(): Promise<void> {
  const options = readOptions();
  const { suite, only, settings } = options;
  const found = SUITES[suite];
  if (!found) throw new Error(`no suite ${suite}; there are ${Object.keys(SUITES).join(', ')}`);
  const benches = found.benches.filter(
    ({ goals }) => only.length === 0 || goals.some((goal) => only.includes(goal)),
  );
  if (benches.length === 0) throw new Error(`no bench measures ${only.join(', ')}`);
  const startedAt = new Date().toISOString();
  const environment = await found.environment();
  say(environment);
  const reference = await found.reference();
  try {
    const measured = await measureAll(benches, options, reference);
    const figures = [...measured].flatMap(([bench, rounds]) => bench.figures(rounds, settings));
    const report: Report = {
      name: suite,
      environment,
      rounds: settings.rounds,
      settings,
      startedAt,
      figures,
      measurements: Object.fromEntries([...measured].map(([{ name }, rounds]) => [name, rounds])),
    };
    const file = saveReport(report, join(repositoryRoot, 'bench-results'));
    if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else printReport(report);
    say(`saved as ${file}`);
  } finally {
    await reference.dispose();
  }
}

await main();
