import type { Producer } from '@minhai/kafka';
import type { Database, Transaction } from '@minhai/postgres';
import {
  type StoredAnnouncement,
  deleteAnnouncements,
  readAnnouncements,
  tryAnnounceLock,
} from './flush.store.js';

const PAGE = 500;
const CONTENT_TYPE = Buffer.from('application/json');

const toRecord = ({ indicator_id, region, body }: StoredAnnouncement) => ({
  key: Buffer.from(`${indicator_id}:${region}`),
  value: Buffer.from(body),
  headers: { 'content-type': CONTENT_TYPE },
});

/**
 * Sends what is committed and forgets it once Kafka has it: after a crash some are sent twice, none never. One process at a
 * time: another one that has read the same could send it behind what came later.
 */
export async function announce(database: Database, producer: Producer, topic: string): Promise<number> {
  let sent = 0;
  for (;;) {
    if ((await readAnnouncements(database, 1)).length === 0) return sent;
    const more = await database.transaction((tx) => announcePage(tx, producer, topic));
    if (more === 0) return sent;
    sent += more;
  }
}

/** None while another process announces. */
async function announcePage(tx: Transaction, producer: Producer, topic: string): Promise<number> {
  if (!(await tryAnnounceLock(tx))) return 0;
  const page = await readAnnouncements(tx, PAGE);
  if (page.length === 0) return 0;
  await producer.send([{ topic, records: page.map(toRecord) }]);
  await deleteAnnouncements(
    tx,
    page.map(({ number }) => number),
  );
  return page.length;
}
