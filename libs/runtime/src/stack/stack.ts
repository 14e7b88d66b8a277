import type { MigrationSet } from '@minhai/postgres';
import type { HomeLayout } from '../home.js';
import type { Ports } from '../network/ports.js';
import type { ProcessRecord, Phase } from '../supervisor/state-file.js';
import type { SupervisedProcess } from '../supervisor/supervised-process.js';
import type { DatabaseUrls } from './database.js';

/** A Node service of the stack. The runtime knows none of them; the command line names them. */
export interface ServiceDefinition {
  readonly name: string;
  /** Absolute path of the compiled main file. */
  readonly main: string;
  readonly port: number;
  /** Database role it logs in with. */
  readonly role: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Shows a named part of the work; the plain version just does it. */
export type Step = <T>(label: string, work: (say: (detail: string) => void) => Promise<T>) => Promise<T>;

export interface StackOptions {
  /** Absolute path of the home directory. */
  readonly home: string;
  readonly ports: Ports;
  readonly portBase: number;
  readonly topicPrefix: string;
  /** Event domains, for the topics. */
  readonly domains: readonly string[];
  /** Started in this order, stopped in reverse. */
  readonly services: readonly ServiceDefinition[];
  readonly migrations: readonly MigrationSet[];
  /** Administrator's URL of a PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Brokers to use instead of the embedded one. */
  readonly kafkaBrokers?: string | undefined;
  readonly logLevel?: string;
  /** false: no fsync, for tests only. */
  readonly durable?: boolean;
  /** Stops everything, also in the middle of the start. */
  readonly signal?: AbortSignal;
  readonly step?: Step;
  /** Told what the operator should read: ends, restarts, giving up. */
  readonly say?: (message: string) => void;
}

export interface Stack {
  readonly layout: HomeLayout;
  readonly ports: Ports;
  readonly brokers: string;
  readonly topicPrefix: string;
  readonly database: DatabaseUrls;
  /** A process by name: `postgres`, `kafka` (when embedded) or a service. Throws when there is none. */
  process(name: string): SupervisedProcess;
  processes(): readonly ProcessRecord[];
  /** Starts one more service, such as a second gateway on another port. */
  addService(definition: ServiceDefinition): Promise<SupervisedProcess>;
  /** What `minhai status` shows. */
  enterPhase(phase: Phase): void;
  /** Stops everything in reverse order and gives the lock back. Idempotent. */
  stop(): Promise<void>;
}
