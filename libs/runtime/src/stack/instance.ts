import { readJson } from '../files/atomic-file.js';
import type { Secrets } from '../files/secrets.js';
import { homeLayout } from '../home.js';
import { lockHolder } from '../supervisor/instance-lock.js';
import { readState, type InstanceState } from '../supervisor/state-file.js';
import { databaseUrl } from './database-url.js';

/** An instance as seen by another process: from the files of its home directory. */
export interface Instance {
  readonly state: InstanceState;
  /** Process id of its supervisor; `undefined` when nothing runs. */
  readonly supervisor: number | undefined;
  /** Connection URL of the product's database for a role. Throws when there is none yet. */
  databaseUrl(role: string): string;
  /** Throws when Kafka has not been started yet. */
  brokers(): string;
  /** Base URL of a service: http://127.0.0.1:port. Throws when there is no such service. */
  serviceUrl(name: string): string;
}

/** The instance that lives in this home directory, running or not; `undefined` when none ever started there. */
export function readInstance(home: string): Instance | undefined {
  const layout = homeLayout(home);
  const state = readState(layout.stateFile);
  if (!state) return undefined;
  const secrets = readJson<Secrets>(layout.secretsFile) ?? {};
  return {
    state,
    supervisor: lockHolder(layout.lockFile)?.pid,
    databaseUrl(role) {
      const password = secrets[role];
      if (state.database === null || password === undefined)
        throw new Error(`no database login ${role} in ${home}`);
      return databaseUrl(state.database, { role, password });
    },
    brokers() {
      if (state.brokers === null) throw new Error(`no Kafka has been started in ${home}`);
      return state.brokers;
    },
    serviceUrl(name) {
      const service = state.processes.find((process) => process.name === name);
      if (!service) throw new Error(`no service ${name} in ${home}`);
      return `http://127.0.0.1:${service.port}`;
    },
  };
}
