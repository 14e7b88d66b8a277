import type { Bench, Measurements, Round } from '../harness/bench.js';
import { startBenchInstance, type BenchInstance } from '../harness/bench-instance.js';
import { cpuBetween, cpuOfTree, type CpuReading } from '../harness/cpu.js';
import { figure, gated } from '../harness/figure.js';
import { ratios } from '../harness/statistics.js';
import { calendarOf } from './event-stream.js';
import { load } from './pipeline-load.js';

const FIRST_RUN = 40;
const TENTHS = 10;
const WARM_EVENTS = 20_000;
const PARTS = ['lake', 'metrics', 'postgres'] as const;

/** CPU-µs per event of lake, metrics and PostgreSQL for one tenth of the events; the tenths follow one another in time. */
async function tenth(instance: BenchInstance, events: number, number: number): Promise<number> {
  const readings = (): CpuReading[] => PARTS.map((name) => cpuOfTree(instance.stack.process(name).pid!));
  const before = readings();
  await load(instance, events, FIRST_RUN + number, calendarOf(TENTHS * events, (number - 1) * events));
  const after = readings();
  return PARTS.reduce((sum, _, i) => sum + cpuBetween(before[i]!, after[i]!), 0) / events;
}

async function measure({ settings, say }: Round): Promise<Measurements> {
  const { events, profileDirectory } = settings;
  const instance = await startBenchInstance({ profileDirectory });
  try {
    await instance.start('lake', 'metrics');
    await load(instance, WARM_EVENTS, FIRST_RUN);
    const cpu: number[] = [];
    for (let number = 1; number <= TENTHS; number++) {
      await instance.checkpoint();
      cpu.push(await tenth(instance, events, number));
      say(`tenth ${number} of ${TENTHS * events} events: ${cpu.at(-1)!.toFixed(0)} CPU-µs/event`);
    }
    return { firstCpu: cpu[0]!, lastCpu: cpu.at(-1)! };
  } finally {
    await instance.stop();
  }
}

/** Whether the last event costs what the first did. */
export const growth: Bench = {
  name: 'growth',
  goals: ['P13'],
  measure,
  figures: (rounds, { events }) => {
    const [first, last] = [rounds.map((round) => round.firstCpu!), rounds.map((round) => round.lastCpu!)];
    return [
      gated('P13', 'CPU per event in the last tenth ÷ in the first', {
        values: ratios(last, first),
        unit: '×',
        atMost: 1.15,
        note: `${TENTHS} × ${events} events (the goal is stated for 10 × 1,000,000); lake, metrics and PostgreSQL`,
      }),
      figure('P13', 'CPU per event in the first tenth', { values: first, unit: 'CPU-µs/event' }),
    ];
  },
};
