import { openDatabase } from '@minhai/postgres';
import { Readers } from './readers.js';

export interface OpenReaders {
  readonly readers: Readers;
  close(): Promise<void>;
}

/** For the command line: readers are made with the database role of the service, never over HTTP. */
export function openReaders(databaseUrl: string): OpenReaders {
  const database = openDatabase({ url: databaseUrl, applicationName: 'minhai-readers', maxConnections: 1 });
  return { readers: new Readers(database), close: () => database.close() };
}
