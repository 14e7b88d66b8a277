import { join } from 'node:path';
import { ANALYST_ROLE } from '@minhai/runtime';
import type { CliConfig } from '../config.js';
import { startedInstance } from './started-instance.js';

/** Where to reach an instance. `analyst` carries its password: the instance's owner hands it out. */
export interface Addresses {
  readonly gateway: string;
  readonly docs: string;
  readonly metrics: string;
  readonly lake: string;
  readonly kafka: string;
  /** Read-only SQL on the gold views and the lake's view per event type; personal columns are masked. */
  readonly analyst: string;
  /** File with the bearer token of the demo publisher. */
  readonly demoCredential: string;
  readonly logs: string;
}

/** Throws CommandError when nothing was ever started in this home directory. */
export function addressesOf(config: CliConfig): Addresses {
  const instance = startedInstance(config);
  const gateway = instance.serviceUrl('gateway');
  return {
    gateway,
    docs: `${gateway}/docs`,
    metrics: instance.serviceUrl('metrics'),
    lake: instance.serviceUrl('lake'),
    kafka: instance.brokers(),
    analyst: instance.databaseUrl(ANALYST_ROLE),
    demoCredential: demoCredentialFile(config.home),
    logs: join(config.home, 'logs'),
  };
}

export const demoCredentialFile = (home: string): string => join(home, 'demo-credential');

/** The addresses as lines, names in one column. */
export function addressLines(addresses: Addresses): string[] {
  const rows: [string, string][] = [
    ['publish events', `${addresses.gateway}/v1/events`],
    ['HTTP documentation', addresses.docs],
    ['indicators', `${addresses.metrics}/v1/indicators`],
    ['lake', addresses.lake],
    ['Kafka', addresses.kafka],
    ['SQL (analyst)', addresses.analyst],
    ['demo credential', addresses.demoCredential],
    ['logs', addresses.logs],
  ];
  return rows.map(([name, address]) => `  ${name.padEnd(20)}${address}`);
}
