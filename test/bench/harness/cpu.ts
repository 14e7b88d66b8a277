import { readFileSync, readdirSync } from 'node:fs';

/** Linux accounts CPU in ticks of 1/100 s. */
const MICROSECONDS_PER_TICK = 10_000;

interface Accounting {
  readonly pid: number;
  readonly parent: number;
  /** Ticks of the process itself, and of its children that ended and were waited for. */
  readonly own: number;
  readonly reaped: number;
}

function accountingOf(pid: number): Accounting | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code!)) return undefined;
    throw error;
  }
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return { pid, parent: fields[1]!, own: fields[11]! + fields[12]!, reaped: fields[13]! + fields[14]! };
}

const processTable = (): Accounting[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => accountingOf(Number(name)) ?? []);

/** CPU microseconds so far of a process with everything below it, also of descendants that have ended. */
export function cpuMicrosecondsOf(root: number): number {
  const table = processTable();
  let total = 0;
  const pending = [root];
  while (pending.length > 0) {
    const pid = pending.pop()!;
    for (const process of table) {
      if (process.pid === pid) total += process.own + process.reaped;
      if (process.parent === pid) pending.push(process.pid);
    }
  }
  return total * MICROSECONDS_PER_TICK;
}

/** Process id → CPU microseconds so far. */
export type CpuReading = ReadonlyMap<number, number>;

/** Each of these processes by itself, without what is below it. */
export const cpuOfEach = (pids: readonly number[]): CpuReading =>
  new Map(pids.map((pid) => [pid, (accountingOf(pid)?.own ?? 0) * MICROSECONDS_PER_TICK]));

export const cpuOfTree = (root: number): CpuReading => new Map([[root, cpuMicrosecondsOf(root)]]);

/** Microseconds spent between two readings; a process of the second that the first does not know began in between. */
export const cpuBetween = (before: CpuReading, after: CpuReading): number =>
  [...after].reduce((sum, [pid, spent]) => sum + spent - (before.get(pid) ?? 0), 0);
