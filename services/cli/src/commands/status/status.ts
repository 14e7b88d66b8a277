import type { Progress } from '@minhai/metrics';
import {
  homeLayout,
  isRecordedProcessAlive,
  readState,
  residentBytes,
  type ProcessRecord,
} from '@minhai/runtime';
import type { CliConfig } from '../../config.js';
import { formatCount, formatDuration } from '../../terminal/duration.js';
import type { CommandContext } from '../command.js';
import { answerIfAny } from '../http-json.js';

export interface ServiceStatus {
  readonly name: string;
  readonly pid: number | null;
  /** What the supervisor says, or `stopped`, or `external` for a server of the user's own. */
  readonly state: string;
  readonly port: number | null;
  /** Events waiting; null where there is no such thing or nobody answers. */
  readonly lag: number | null;
  readonly uptimeSeconds: number | null;
  readonly rssBytes: number | null;
}

const NAMES = ['postgres', 'kafka', 'lake', 'metrics', 'gateway'] as const;
const NOT_ALL_RUNNING = 3;
const PROBE_TIMEOUT_MS = 2_000;

/** Shows every process. The exit code is 3 unless all of them run. */
export async function status(
  { json }: { json?: boolean },
  { config, terminal, exitWith }: CommandContext,
): Promise<void> {
  const services = await readStatus(config, Date.now());
  const rebuild = await readRebuild(services.find(({ name }) => name === 'metrics'));
  if (json) terminal.json({ services, rebuild });
  else {
    terminal.table(COLUMNS, services.map(cells));
    if (rebuild) terminal.note(rebuildLine(rebuild));
  }
  if (!services.every(({ state }) => state === 'running' || state === 'external')) exitWith(NOT_ALL_RUNNING);
}

type Rebuild = NonNullable<Progress['rebuild']>;

const rebuildLine = ({ phase, done, total }: Rebuild): string => {
  const counted = total > 0 ? `, ${formatCount(done)} of ${formatCount(total)} events` : '';
  return `facts are rebuilt beside the live tables: ${phase}${counted}; figures are those of before until then`;
};

/** The rebuild of the facts that runs or was broken off; null when there is none, or nobody answers. */
async function readRebuild(metrics: ServiceStatus | undefined): Promise<Rebuild | null> {
  if (metrics?.state !== 'running') return null;
  const answer = await answerIfAny<Progress>(
    `http://127.0.0.1:${metrics.port}/v1/progress`,
    PROBE_TIMEOUT_MS,
  );
  return answer?.body.rebuild ?? null;
}

const COLUMNS = [
  { title: 'name' },
  { title: 'state' },
  { title: 'pid', align: 'right' },
  { title: 'port', align: 'right' },
  { title: 'lag', align: 'right' },
  { title: 'up', align: 'right' },
  { title: 'memory', align: 'right' },
] as const;

const cells = (service: ServiceStatus): string[] => [
  service.name,
  service.state,
  String(service.pid ?? '–'),
  String(service.port ?? '–'),
  service.lag === null ? '–' : formatCount(service.lag),
  service.uptimeSeconds === null ? '–' : formatDuration(service.uptimeSeconds * 1000),
  service.rssBytes === null ? '–' : `${formatCount(service.rssBytes / 1024 / 1024)} MB`,
];

/** The status of every part, also of those that do not run. `now`: epoch ms. */
async function readStatus(config: CliConfig, now: number): Promise<ServiceStatus[]> {
  const records = readState(homeLayout(config.home).stateFile)?.processes ?? [];
  const extra = records
    .map(({ name }) => name)
    .filter((name) => !NAMES.includes(name as (typeof NAMES)[number]));
  return Promise.all(
    [...NAMES, ...extra].map((name) => {
      const record = records.find((candidate) => candidate.name === name);
      return record && isRecordedProcessAlive(record)
        ? statusOfRunning(record, now)
        : statusOfStopped(name, record, config);
    }),
  );
}

async function statusOfRunning(record: ProcessRecord, now: number): Promise<ServiceStatus> {
  const { name, pid, state, port, since } = record;
  return {
    name,
    pid,
    state,
    port,
    lag: await readLag(name, port),
    uptimeSeconds: since === null ? null : Math.max(0, Math.round((now - since) / 1000)),
    rssBytes: residentBytes(pid!) ?? null,
  };
}

function statusOfStopped(name: string, record: ProcessRecord | undefined, config: CliConfig): ServiceStatus {
  const nothing = { name, pid: null, lag: null, uptimeSeconds: null, rssBytes: null };
  const isExternal = (name === 'postgres' && config.databaseUrl) || (name === 'kafka' && config.kafkaBrokers);
  if (isExternal) return { ...nothing, state: 'external', port: null };
  // Waiting for its restart, or given up: the supervisor's word. Anything else without a process is simply stopped.
  const state = record?.state === 'waiting' || record?.state === 'failed' ? record.state : 'stopped';
  const port = record?.port ?? config.ports[name as (typeof NAMES)[number]] ?? null;
  return { ...nothing, state, port };
}

/** Services say how far behind they are in their readiness answer. */
async function readLag(name: string, port: number): Promise<number | null> {
  if (name === 'postgres' || name === 'kafka') return null;
  const answer = await answerIfAny<{ lag?: number }>(
    `http://127.0.0.1:${port}/health/ready`,
    PROBE_TIMEOUT_MS,
  );
  return answer?.body.lag ?? null;
}
