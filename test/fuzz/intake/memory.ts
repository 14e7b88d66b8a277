import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestInstance } from '../../e2e/support/instance.js';

const SERVICES = ['gateway', 'lake', 'metrics'] as const;
const LOOKS = 10;

export interface ProcessState {
  readonly pid: number;
  /** Resident bytes: the smallest of some looks, because a collection may be due at any of them. */
  readonly resident: number;
}

const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;

export async function processStates({ stack }: TestInstance): Promise<Record<string, ProcessState>> {
  const states: Record<string, ProcessState> = {};
  for (let look = 0; look < LOOKS; look++, await sleep(200))
    for (const name of SERVICES) {
      const pid = stack.process(name).pid!;
      states[name] = { pid, resident: Math.min(states[name]?.resident ?? Infinity, residentOf(pid)) };
    }
  return states;
}
