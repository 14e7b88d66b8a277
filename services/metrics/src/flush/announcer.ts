import type { Producer } from '@minhai/kafka';
import type { Database } from '@minhai/postgres';
import { type StoredAnnouncement, deleteAnnouncements, readAnnouncements } from './flush.store.js';

const PAGE = 500;
const CONTENT_TYPE = Buffer.from('application/json');

const toRecord = ({ indicator_id, region, body }: StoredAnnouncement) => ({
  key: Buffer.from(`${indicator_id}:${region}`),
  value: Buffer.from(body),
  headers: { 'content-type': CONTENT_TYPE },
});

/** Sends what is committed and forgets it once Kafka has it: after a crash some are sent twice, none never. */
export async function announce(database: Database, producer: Producer, topic: string): Promise<number> {
  let sent = 0;
  for (;;) {
    const page = await readAnnouncements(database, PAGE);
    if (page.length === 0) return sent;
    await producer.send([{ topic, records: page.map(toRecord) }]);
    await deleteAnnouncements(
      database,
      page.map(({ number }) => number),
    );
    sent += page.length;
  }
}
