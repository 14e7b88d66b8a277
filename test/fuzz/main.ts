import { parseArgs } from 'node:util';
import { startInstance } from '../e2e/support/instance.js';
import { fuzzIntake } from './intake/fuzz-intake.js';
import { shortcomings, type FuzzReport, type Hostile } from './intake/fuzz-plan.js';

const USAGE = `npm run fuzz -- intake [options]
  --hostile 100000  malformed and hostile inputs, half over HTTP, half over Kafka
  --valid 50000     valid events of all types, half over HTTP, half over Kafka
  --seed TEXT       the same seed sends the same inputs (default: today's date)
  --json            the report as JSON on standard output`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      hostile: { type: 'string', default: '100000' },
      valid: { type: 'string', default: '50000' },
      seed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      json: { type: 'boolean', default: false },
    },
  });
  const [hostile, valid] = [Number(values.hostile), Number(values.valid)];
  if (
    positionals.join() !== 'intake' ||
    !Number.isInteger(hostile) ||
    !Number.isInteger(valid) ||
    hostile < 1 ||
    valid < 1
  ) {
    say(USAGE);
    process.exit(2);
  }
  return { hostile, valid, seed: values.seed, json: values.json };
}

const byCode = ({ sent, refused }: Hostile): string =>
  `${sent} sent; ${Object.entries(refused)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')}`;

function printReport(report: FuzzReport): void {
  const growth = Object.entries(report.growth).map(
    ([name, bytes]) => `${name} ${(bytes / 1024 / 1024).toFixed(1)} MiB`,
  );
  print(`valid   ${report.valid.sent} events of ${report.types} types; ${report.valid.accepted} in the lake`);
  print(`HTTP    ${byCode(report.http)}`);
  print(`Kafka   ${byCode(report.kafka)}`);
  print(`growth  ${growth.join(', ')}`);
}

const options = readOptions();
const started = performance.now();
let spoken = 0;
say(`seed ${options.seed}`);
const instance = await startInstance();
try {
  const report = await fuzzIntake(instance, options, (step, done, of) => {
    if (performance.now() - spoken < 5_000 && done < of) return;
    spoken = performance.now();
    say(`${((spoken - started) / 1000).toFixed(0)} s · ${step}: ${done} of ${of}`);
  });
  if (options.json) print(JSON.stringify(report, null, 2));
  else printReport(report);
  const wrong = shortcomings(report);
  for (const sentence of wrong) say(sentence);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await instance.stop();
}
