import { readJson, writeJsonAtomically } from '../files/atomic-file.js';
import { commandLine, endProcess, startToken } from '../process/process-table.js';
import type { ProcessState, SupervisedProcess } from './supervised-process.js';

export type Phase = 'starting' | 'loading' | 'running' | 'stopping' | 'stopped';

export interface ProcessRecord {
  readonly name: string;
  readonly port: number;
  readonly pid: number | null;
  /** Tells the process from a later one with the same id. */
  readonly startToken: string | null;
  readonly state: ProcessState;
  /** Epoch ms. */
  readonly since: number | null;
  readonly restarts: number;
}

/** What one instance looks like from outside; carries no passwords. */
export interface InstanceState {
  readonly phase: Phase;
  readonly supervisor: number;
  readonly portBase: number;
  readonly topicPrefix: string;
  readonly brokers: string | null;
  /** The database without a login: postgres://host:port/name. */
  readonly database: string | null;
  readonly processes: readonly ProcessRecord[];
}

export const readState = (stateFile: string): InstanceState | undefined => readJson<InstanceState>(stateFile);

export const writeState = (stateFile: string, state: InstanceState): void =>
  writeJsonAtomically(stateFile, state);

/** The record of one supervised process. */
export function recordOf(process: SupervisedProcess): ProcessRecord {
  const pid = process.pid ?? null;
  return {
    name: process.name,
    port: process.port,
    pid,
    startToken: pid === null ? null : (startToken(pid) ?? null),
    state: process.state,
    since: process.since ?? null,
    restarts: process.restarts,
  };
}

/** True when the recorded process is still that process. */
export const isRecordedProcessAlive = ({ pid, startToken: token }: ProcessRecord): boolean =>
  pid !== null && token !== null && startToken(pid) === token && commandLine(pid) !== undefined;

/** Ends Node services that a killed supervisor left behind. PostgreSQL and Kafka find their own leftovers at start. */
export async function endLeftovers(
  state: InstanceState | undefined,
  names: ReadonlySet<string>,
): Promise<string[]> {
  const leftovers = (state?.processes ?? []).filter(
    (record) => names.has(record.name) && isRecordedProcessAlive(record),
  );
  await Promise.all(leftovers.map(({ pid }) => endProcess(pid!, 'SIGTERM', 5_000)));
  return leftovers.map(({ name }) => name);
}
