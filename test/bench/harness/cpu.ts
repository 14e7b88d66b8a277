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
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
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

/** CPU microseconds that the process trees of `roots` spend while `work` runs. */
export async function cpuDuring<T>(roots: readonly number[], work: () => Promise<T>): Promise<{ value: T; cpu: number[] }> {
  const before = roots.map(cpuMicrosecondsOf);
  const value = await work();
  return { value, cpu: roots.map((pid, i) => cpuMicrosecondsOf(pid) - before[i]!) };
}
