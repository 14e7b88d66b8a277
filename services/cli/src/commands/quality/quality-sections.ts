import type { QualityAnswer } from '@minhai/metrics';
import { formatCount } from '../../terminal/duration.js';
import type { Column } from '../../terminal/table.js';

export interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

const NONE = '—';

/** Pure: what there is to list behind the sentence; nothing wrong, no section. */
export const qualitySections = (answer: QualityAnswer): Section[] =>
  [findings(answer), held(answer), silent(answer), drifts(answer)].filter(({ rows }) => rows.length > 0);

type Detail = QualityAnswer['findings'][number]['examples'][number]['detail'];

const detailOf = (detail: Detail): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name} ${value ?? '***'}`)
    .join(', ');

const findings = (answer: QualityAnswer): Section => ({
  title: '数据质量问题 · open findings',
  columns: [
    { title: 'rule' },
    { title: 'severity' },
    { title: 'count', align: 'right' },
    { title: '街镇' },
    { title: 'detail' },
    { title: 'newest event' },
  ],
  rows: answer.findings.flatMap(({ rule, severity, count, examples }) =>
    examples.length === 0
      ? [[rule, severity, formatCount(count), NONE, NONE, NONE]]
      : examples.map(({ street, detail, causes }, i) => [
          i === 0 ? rule : '',
          i === 0 ? severity : '',
          i === 0 ? formatCount(count) : '',
          street ?? NONE,
          detailOf(detail),
          causes.at(-1) ?? NONE,
        ]),
  ),
});

const held = ({ held: { groups } }: QualityAnswer): Section => ({
  title: '被隔离的相关记录 · held records that would touch it (npx minhai quarantine list)',
  columns: [
    { title: 'code' },
    { title: 'type' },
    { title: '区' },
    { title: 'count', align: 'right' },
    { title: 'newest' },
  ],
  rows: groups.map(({ code, type, region, count, newest }) => [
    code,
    type?.replace('cn.gov.mca.', '') ?? '(unreadable)',
    region ?? '(unknown)',
    formatCount(count),
    newest,
  ]),
});

const silent = ({ coverage: { period, streets, entities } }: QualityAnswer): Section => ({
  title: `自 ${period.from} 起没有记录 · nothing reported since ${period.from}`,
  columns: [{ title: 'who' }, { title: 'last reported' }],
  rows: [
    ...streets.silent.map(({ street, lastReported }) => [`街镇 ${street}`, lastReported ?? 'never']),
    ...more(streets),
    ...(entities?.silent ?? []).map(({ entity, lastReported }) => [entity, lastReported ?? 'never']),
    ...(entities ? more(entities) : []),
  ],
});

const more = ({
  silentCount,
  silent: listed,
}: {
  readonly silentCount: number;
  readonly silent: readonly unknown[];
}): string[][] =>
  silentCount > listed.length ? [[`… ${formatCount(silentCount - listed.length)} more`, '']] : [];

const drifts = ({ drifts: { largest } }: QualityAnswer): Section => ({
  title: '申报存量与累计不符 · declared stocks that differ',
  columns: [
    { title: 'entity' },
    { title: 'of' },
    { title: 'day' },
    { title: '申报', align: 'right' },
    { title: '累计', align: 'right' },
    { title: '差额', align: 'right' },
    { title: 'since' },
  ],
  rows: largest.map(({ entity, of, day, declared, derived, drift, since }) => [
    entity,
    Object.values(of).join(' '),
    day,
    declared,
    derived,
    drift.startsWith('-') ? `−${drift.slice(1)}` : `+${drift}`,
    since,
  ]),
});
