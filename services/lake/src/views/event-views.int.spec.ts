import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annotationsOf, isPersonal, loadCatalogue, readJsonEvent, type EventType } from '@minhai/events';
import type { Database } from '@minhai/postgres';
import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';
import { lakeDatabase, type LakeDatabase } from '../fixtures/lake-database.fixture.spec.js';
import { payloadColumnsOf } from './columns.js';
import { ReaderRoles } from './reader-roles.fixture.spec.js';
import { storeEvents } from './stored-events.fixture.spec.js';
import { viewNameOf } from './view-name.js';

const catalogue = loadCatalogue();
const SAMPLES = EVENT_FOLDERS.flatMap((folder) =>
  readEventSamples(folder).valid.map(
    ({ name, event }) => [`${folder.domain}/${folder.name}/${name}`, event] as const,
  ),
);

let databases: LakeDatabase;
let roles: ReaderRoles;
let granted: Database;

beforeAll(async () => {
  databases = await lakeDatabase('event-views');
  roles = new ReaderRoles(databases.test.url('analyst'));
  granted = await roles.granted();
});

afterAll(async () => {
  await roles.drop();
  await databases.drop();
});

type Row = Readonly<Record<string, unknown>>;

async function readRow(reader: Database, eventType: EventType, id: string): Promise<Row> {
  const rows = await reader.query(`SELECT * FROM lake.${viewNameOf(eventType.type)} v WHERE v.id = $1`, [id]);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

function read(sample: object): { eventType: EventType; data: Row; subject: string } {
  const outcome = readJsonEvent(sample, catalogue);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const { type, data, subject, schemaId } = outcome.value;
  return { eventType: catalogue.find(type)!, data: catalogue.findSchema(schemaId)!.upgrade(data), subject };
}

/** In jsonb a decimal is a number, and the driver gives it back as one. */
const asJson = (value: unknown): unknown =>
  Array.isArray(value)
    ? (JSON.parse(JSON.stringify(value), (_, item: unknown) =>
        typeof item === 'string' && /^-?\d+\.\d+$/.test(item) ? Number(item) : item,
      ) as unknown)
    : value;

describe('typed views', () => {
  it.each(SAMPLES)(
    'given %s, then a granted reader reads what was sent and an analyst no class 3–4 value',
    async (_, sample) => {
      const { eventType, data, subject } = read(sample);
      const [id] = await storeEvents(databases.as('minhai_owner'), [{ eventType, data, subject }]);
      const whole = await readRow(granted, eventType, id!);
      const masked = await readRow(databases.as('analyst'), eventType, id!);
      for (const { annotation, name, sqlType } of payloadColumnsOf(eventType)) {
        expect([name, whole[name]]).toEqual([name, asJson(data[annotation.name])]);
        const expected = !isPersonal(annotation.class)
          ? asJson(data[annotation.name])
          : sqlType === 'text'
            ? '***'
            : null;
        expect([name, masked[name]]).toEqual([name, expected]);
      }
      expect(whole['subject']).toBe(subject);
    },
  );

  it('given the catalogue, then every column says in both languages what it is, and of which class', async () => {
    const eventType = catalogue.find('cn.gov.mca.marriage.certificate.reissued')!;
    const comments = await databases.as('analyst').query<{ column: string; comment: string }>(
      `SELECT a.attname AS column, col_description(a.attrelid, a.attnum) AS comment
       FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 ORDER BY a.attnum`,
      [`lake.${viewNameOf(eventType.type)}`],
    );
    const byColumn = new Map(comments.map(({ column, comment }) => [column, comment]));
    expect(byColumn.get('cert_word_no')).toBe('补领证字号 · Word number of the new certificate [class 3]');
    expect([...byColumn.values()].every((comment) => comment.includes(' · '))).toBe(true);
    expect(byColumn.size).toBe(17 + annotationsOf(eventType).length);
  });

  it.each(catalogue.all().map(({ type }) => [type]))(
    'given %s, then its identifiers fit into PostgreSQL',
    (type) => {
      expect(Buffer.byteLength(viewNameOf(type)) + 'read_'.length).toBeLessThanOrEqual(63);
    },
  );
});
