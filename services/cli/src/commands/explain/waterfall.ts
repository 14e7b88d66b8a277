import type { MovementAnswer, MovementPart } from '@minhai/metrics';
import { formatCount } from '../../terminal/duration.js';
import type { Column } from '../../terminal/table.js';

export const WATERFALL_COLUMNS: readonly Column[] = [
  { title: '原因' },
  { title: 'part' },
  { title: '影响', align: 'right' },
  { title: '分子', align: 'right' },
  { title: '分母', align: 'right' },
  { title: '事件', align: 'right' },
];

export const EVENT_COLUMNS: readonly Column[] = [
  { title: '原因' },
  { title: 'event' },
  { title: 'day' },
  { title: '街镇' },
  { title: 'type' },
  { title: '影响', align: 'right' },
  { title: '分子', align: 'right' },
  { title: '分母', align: 'right' },
];

const NONE = '—';

/** `+1.20`, `−0.30`; what is unknown or nothing is a dash. */
export const signed = (decimal: string | null): string =>
  decimal === null || /^-?[0.]+$/.test(decimal)
    ? NONE
    : decimal.startsWith('-')
      ? `−${decimal.slice(1)}`
      : `+${decimal}`;

export const headline = ({ name, indicator, region, unit }: MovementAnswer): string =>
  `${name.zh} · ${name.en} (${indicator}), ${region}, ${unit}`;

/** Pure: the first reading, one row a part, the second reading. */
export const waterfallRows = ({ from, to, difference, parts }: MovementAnswer): string[][] => [
  readingRow(from),
  ...parts.map((part) => [
    part.titles.zh,
    part.titles.en,
    ...movedCells(part),
    part.eventCount ? formatCount(part.eventCount) : NONE,
  ]),
  readingRow(to),
  ['变动', 'difference', ...movedCells(difference), ''],
];

const readingRow = ({ asOf, knownAt, value, numerator, denominator }: MovementAnswer['from']): string[] => [
  asOf,
  knownAt === null ? 'everything known' : `known at ${knownAt}`,
  value ?? NONE,
  numerator,
  denominator ?? NONE,
  '',
];

export const remarks = ({ remark, parts }: MovementAnswer): string[] => [
  ...(remark === null ? [] : [`${remark.zh} · ${remark.en}`]),
  ...(parts.length === 0 ? ['没有变动 · nothing moved'] : []),
];

/** Pure: the largest events of each part, and how many are not listed. */
export const eventRows = (answer: MovementAnswer): string[][] =>
  answer.parts.flatMap((part) => partRows(part, valuesOf(answer)));

/** A quotient moves by fractions of its last digit; where nothing is divided the figure's own decimals are enough. */
const valuesOf = ({ from, to }: MovementAnswer): typeof signed =>
  from.denominator !== null || to.denominator !== null
    ? signed
    : (value) => signed(value && withoutZeros(value, decimalsOf(to.value ?? from.value ?? '')));

const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** `-30.0000` → `-30`: zeros beyond that many decimals left out, other digits kept. */
function withoutZeros(decimal: string, decimals: number): string {
  const [whole, fraction = ''] = decimal.split('.');
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, '');
  return kept === '' ? whole! : `${whole}.${kept}`;
}

const partRows = ({ titles, events, rest }: MovementPart, value: typeof signed): string[][] => [
  ...events.map((event) => [
    titles.zh,
    event.id,
    event.day ?? NONE,
    event.street ?? NONE,
    event.type?.replace('cn.gov.mca.', '') ?? NONE,
    ...movedCells(event, value),
  ]),
  ...(rest === null
    ? []
    : [[titles.zh, `… ${formatCount(rest.eventCount)} more`, '', '', '', ...movedCells(rest, value)]]),
];

type Moved = Pick<MovementPart['events'][number], 'value' | 'numerator' | 'denominator'>;

const movedCells = (moved: Moved, value = signed): string[] => [
  value(moved.value),
  signed(moved.numerator),
  signed(moved.denominator),
];
