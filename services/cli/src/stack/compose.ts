import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '@minhai/events';
import * as gateway from '@minhai/gateway/migrations';
import * as lake from '@minhai/lake/migrations';
import * as metrics from '@minhai/metrics/migrations';
import type { MigrationSet } from '@minhai/postgres';
import type { ServiceDefinition, StackOptions } from '@minhai/runtime';
import type { CliConfig } from '../config.js';

/** Which services an instance is made of. The runtime starts what it is told; this is the place that tells it. */
export function composeStack(config: CliConfig): StackOptions {
  const sets: readonly ServiceTables[] = [lake, metrics, gateway];
  return {
    home: config.home,
    ports: config.ports,
    portBase: config.portBase,
    topicPrefix: config.topicPrefix,
    domains: [
      ...new Set(
        loadCatalogue()
          .all()
          .map(({ domain }) => domain),
      ),
    ],
    services: [
      serviceDefinition('lake', config),
      serviceDefinition('metrics', config),
      serviceDefinition('gateway', config),
    ],
    migrations: sets.map(({ schemaName, ...tables }) => ({ ...tables, name: schemaName })),
    databaseUrl: config.databaseUrl,
    kafkaBrokers: config.kafkaBrokers,
    logLevel: config.logLevel,
  };
}

type ServiceTables = Omit<MigrationSet, 'name'> & { readonly schemaName: string };

type ServiceName = 'gateway' | 'lake' | 'metrics';

/** A service as this repository ships it, on its own port or another. */
export function serviceDefinition(
  name: ServiceName,
  config: CliConfig,
  port = config.ports[name],
): ServiceDefinition {
  const packageEntry = fileURLToPath(import.meta.resolve(`@minhai/${name}`));
  const main = join(dirname(packageEntry), 'main.js');
  return { name, main, port, role: `minhai_${name}`, environment: environmentOf(name, config) };
}

/** What a service must know of the instance beside its addresses. A key of each kind has a file of its own. */
const environmentOf = (
  name: ServiceName,
  { home, editionKeyAlgorithm }: CliConfig,
): Readonly<Record<string, string>> =>
  name === 'metrics'
    ? {
        EDITION_KEY_FILE: join(home, 'secrets', `edition-${editionKeyAlgorithm}.pem`),
        EDITION_KEY_ALGORITHM: editionKeyAlgorithm,
      }
    : {};
