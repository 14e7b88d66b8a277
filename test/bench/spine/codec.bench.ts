import { buildCatalogue, compilePreflight, judge, loadCatalogue, readJsonEvent } from '@minhai/events';
import { EVENT_FOLDERS, readEventSamples, readEventSchema } from '@minhai/schemas';
import avro from 'avsc';
import type { Bench, Measurements, Round } from '../harness/bench.js';
import { figure, gated } from '../harness/figure.js';
import type { Figure } from '../harness/report.js';
import { ratios } from '../harness/statistics.js';

/** Texts and a boolean, no logical types: avsc alone can write it, and both sides write the same bytes. */
const TYPE = 'cn.gov.mca.marriage.registered';
const FRAME_BYTES = 5;
const TURNS = 7;

/** Operations a second of each contestant, in turns, so that a machine that slows down slows all of them. */
function race<Name extends string>(
  contestants: Readonly<Record<Name, () => unknown>>,
  operations: number,
): Record<Name, number> {
  const best = {} as Record<Name, number>;
  for (let turn = 0; turn <= TURNS; turn++)
    for (const name of Object.keys(contestants) as Name[]) {
      const work = contestants[name];
      const begun = performance.now();
      for (let i = 0; i < operations; i++) work();
      const rate = (operations / (performance.now() - begun)) * 1000;
      // The first turn warms up.
      if (turn > 0) best[name] = Math.max(best[name] ?? 0, rate);
    }
  return best;
}

function measure({ settings, say }: Round): Promise<Measurements> {
  const catalogue = loadCatalogue();
  const eventType = catalogue.find(TYPE)!;
  const folder = EVENT_FOLDERS.find(({ type }) => type === TYPE)!;
  const { event } = readEventSamples(folder).valid.find(({ name }) => name === 'plain')!;
  const read = readJsonEvent(event, catalogue);
  if (!read.ok) throw new Error('the sample is not in order');
  const { latest } = eventType;
  const data = { ...read.value.data };
  const framed = latest.encode(data);
  const json = Buffer.from(JSON.stringify(data));
  const bare = avro.Type.forSchema(latest.schema as unknown as avro.Schema);
  const preflight = compilePreflight(latest.shape);
  const alone = buildCatalogue([folder], readEventSchema);
  const now = Date.parse('2026-01-01T00:00:00+08:00');
  say(`${catalogue.all().length} types`);
  const rates = race(
    {
      encode: () => latest.encode(data),
      toBuffer: () => bare.toBuffer(data),
      decode: () => latest.decode(framed),
      border: () => preflight(framed, FRAME_BYTES) ?? latest.decode(framed),
      jsonParse: () => JSON.parse(json.toString('utf8')) as unknown,
      judgeAll: () => judge(read.value, { now, catalogue }),
      judgeAlone: () => judge(read.value, { now, catalogue: alone }),
    },
    settings.events,
  );
  return Promise.resolve({ ...rates, types: catalogue.all().length });
}

const of = (rounds: readonly Measurements[], name: string): number[] => rounds.map((round) => round[name]!);

const figures = (rounds: readonly Measurements[]): Figure[] => [
  gated('P18', 'Avro border: encode into a frame ÷ avsc toBuffer', {
    values: ratios(of(rounds, 'encode'), of(rounds, 'toBuffer')),
    unit: '×',
    atLeast: 2,
  }),
  gated('P18', 'Avro border: time to decode ÷ JSON.parse of the same record', {
    values: ratios(of(rounds, 'jsonParse'), of(rounds, 'decode')),
    unit: '×',
    atMost: 0.7,
  }),
  figure('P18', 'the same with the pre-flight walk before it', {
    values: ratios(of(rounds, 'jsonParse'), of(rounds, 'border')),
    unit: '×',
  }),
  gated('JUDGE', 'time to judge an event, whole catalogue ÷ a catalogue of its type alone', {
    values: ratios(of(rounds, 'judgeAlone'), of(rounds, 'judgeAll')),
    unit: '×',
    atMost: 1.1,
    note: `${rounds[0]!['types']} types`,
  }),
];

/** Reading, writing and judging one event in one process. */
export const codec: Bench = { name: 'codec', goals: ['P18', 'JUDGE'], measure, figures };
