import { parentPort, workerData } from 'node:worker_threads';
import { policyOf } from '@minhai/errors';
import { loadCatalogue } from '@minhai/events';
import { PartRunner, type RebuildPart } from '@minhai/facts/store';
import { openDatabase } from '@minhai/postgres';
import { LakeReader } from '../consume/lake.reader.js';
import { FACTS } from '../facts/catalogue.generated.js';
import type { ThreadAnswer, ThreadSetup } from './part-threads.js';

/** Two transactions under way and a page being read, of the lake or of the histories. */
const CONNECTIONS = 4;

const { databaseUrl, order } = workerData as ThreadSetup;
const port = parentPort!;
const schemas = loadCatalogue();
const database = openDatabase({
  url: databaseUrl,
  applicationName: 'minhai-rebuild',
  maxConnections: CONNECTIONS,
  statementTimeoutMs: 0,
});
const runner = new PartRunner(
  { database, facts: FACTS, schemas, lake: new LakeReader(database, schemas) },
  order,
);
const answer = (message: ThreadAnswer): void => port.postMessage(message);

async function work(part: RebuildPart): Promise<void> {
  try {
    await runner.run(part, (events) => answer({ kind: 'written', events }));
    answer({ kind: 'done' });
  } catch (error) {
    answer({ kind: 'failed', retry: policyOf(error) === 'retry', error: error as Error });
  }
}

port.on('message', (part: RebuildPart) => void work(part));
