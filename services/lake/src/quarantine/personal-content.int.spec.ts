import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annotationsOf, isPersonal, readJsonEvent, toKafkaRecord, type EventType } from '@minhai/events';
import type { OutgoingRecord } from '@minhai/kafka';
import { createLogger } from '@minhai/nest';
import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';
import { randomUUID } from 'node:crypto';
import { catalogue } from '../fixtures/intake.fixture.spec.js';
import { eventually, LakeUnderTest } from '../fixtures/lake.fixture.spec.js';
import type { QuarantinePage } from './quarantine.controller.js';
import type { QuarantineDetail } from './quarantine.read-model.js';

const SENTINEL = 'sentinel-';
// A sample of GB 11643, the standard's own.
const CITIZEN = '11010519491231002X';

interface Given {
  readonly eventType: EventType;
  /** Accepted; its personal texts are `secrets`. */
  readonly good: OutgoingRecord;
  readonly secrets: readonly string[];
  /** Held; every personal text in it begins with the sentinel. */
  readonly bad: OutgoingRecord;
  /** Held and unreadable, with the same content. */
  readonly torn: OutgoingRecord;
}

/** Days and decimals are texts here too, but no sentinel fits into them. */
function isText({ latest }: EventType, field: string): boolean {
  const { shape } = latest.shape.fields.find(({ name }) => name === field)!;
  const branches = shape.kind === 'union' ? shape.branches : [shape];
  return branches.some(({ kind }) => kind === 'string');
}

/** One of each for every type with a personal text, from its own sample. */
const GIVEN: readonly Given[] = EVENT_FOLDERS.flatMap((folder) => {
  const eventType = catalogue.find(folder.type)!;
  const sample = readEventSamples(folder).valid.find(({ name }) => name === 'all-fields')!;
  const read = readJsonEvent(sample.event, catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const event = read.value;
  const personal = annotationsOf(eventType)
    .map(({ name, class: fieldClass }) => [name, isPersonal(fieldClass)] as const)
    .filter(([name, isSecret]) => isSecret && typeof event.data[name] === 'string' && isText(eventType, name))
    .map(([name]) => name);
  if (personal.length === 0) return [];
  const hidden = Object.fromEntries(personal.map((name) => [name, `${SENTINEL}${name}`]));
  const wrong = { subject: `${SENTINEL}subject`, reason: `${SENTINEL}reason`, actor: `${SENTINEL}actor` };
  const of = (changed: Partial<typeof event>): OutgoingRecord => {
    const { key, value, headers } = toKafkaRecord({ ...event, id: randomUUID(), ...changed }, catalogue);
    return { key, value, headers };
  };
  const bad = of({ ...wrong, data: { ...event.data, ...hidden } });
  const torn = of({ ...wrong, data: { ...event.data, ...hidden } });
  return [
    {
      eventType,
      good: of({}),
      secrets: personal.map((name) => String(event.data[name])).filter((text) => text.length >= 8),
      bad,
      torn: { ...torn, value: Buffer.concat([torn.value!, Buffer.from(SENTINEL)]) },
    },
  ];
});

let lake: LakeUnderTest;
const lines: string[] = [];

beforeAll(async () => {
  lake = await LakeUnderTest.make('personal-content');
  const logger = createLogger('lake', 'trace', { write: (line) => void lines.push(line) });
  await lake.start({ MINHAI_FAILPOINT: 'lake.before-commit:throw:1' }, logger);
  for (const { eventType, good, bad, torn } of GIVEN)
    await lake.publish([good, bad, torn], 0, eventType.domain);
  await eventually(() => expect(lake.exits).not.toEqual([]));
  await lake.stop();
  await lake.start({}, logger);
  await lake.settled();
});

afterAll(() => lake.drop());

const get = async <T>(path: string): Promise<T> => (await (await fetch(`${lake.url}${path}`)).json()) as T;

const details = async (): Promise<QuarantineDetail[]> => {
  const { entries } = await get<QuarantinePage>('/v1/quarantine?limit=500');
  return Promise.all(entries.map(({ id }) => get<QuarantineDetail>(`/v1/quarantine/${id}`)));
};

describe('personal content', () => {
  it('was given to the lake, both to accept and to hold', async () => {
    expect(GIVEN.length).toBeGreaterThan(5);
    const [accepted] = await lake.databases.lake.query<{ n: number }>('SELECT count(*) AS n FROM lake.event');
    expect(accepted!.n).toBe(GIVEN.length);
    expect(await details()).toHaveLength(GIVEN.length * 2);
  });

  it('is in no log line, not even at the finest level and with a transaction that failed', () => {
    const text = lines.join('');
    expect(text).toContain('lake is listening');
    expect(text).toMatch(/"level":"fatal"/);
    for (const secret of [SENTINEL, ...GIVEN.flatMap(({ secrets }) => secrets)])
      expect(text).not.toContain(secret);
  });

  it('is in no listing and no detail, which show the rest', async () => {
    const list = JSON.stringify(await get('/v1/quarantine?limit=500'));
    expect(list).not.toContain(SENTINEL);
    for (const detail of await details()) {
      expect(JSON.stringify(detail)).not.toContain(SENTINEL);
      expect(detail.attributes).toMatchObject({
        regionid: expect.stringMatching(/^\d{6}$/),
        subject: '***',
        reason: '***',
        actor: '***',
      });
    }
  });

  it('given a readable payload, then class 1–2 fields are shown, and of torn bytes only their size', async () => {
    const shown = (await details()).filter(({ type }) => type === 'cn.gov.mca.marriage.certificate.reissued');
    expect(shown.map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        null,
        {
          certWordNo: '***',
          originalWordNo: '***',
          holder: '***',
          officeRegion: expect.stringMatching(/^\d{6}$/),
        },
      ]),
    );
  });

  it('given a citizen’s number in a public field or attribute, then it is masked there too', async () => {
    const sample = GIVEN.find(({ eventType }) => eventType.type.endsWith('certificate.reissued'))!;
    const data = sample.eventType.latest.decode(sample.good.value!);
    const value = sample.eventType.latest.encode({ ...data, officeRegion: `of ${CITIZEN}` });
    const headers = {
      ...sample.good.headers,
      ce_id: Buffer.from(randomUUID()),
      ce_source: Buffer.from(`urn:mca:${CITIZEN.toLowerCase()}`),
      ce_regionid: Buffer.from(CITIZEN),
      ce_streetid: Buffer.from([0xff, 0xfe]),
    };
    await lake.publish([{ ...sample.good, value, headers }], 0, 'marriage');
    await lake.settled();
    const [newest] = await details();
    expect(newest).toMatchObject({
      source: null,
      data: { officeRegion: '***' },
      attributes: { source: '***', regionid: '***', streetid: '(unreadable)' },
    });
    expect((lines.join('') + JSON.stringify(newest)).toUpperCase()).not.toContain(CITIZEN);
  });
});
