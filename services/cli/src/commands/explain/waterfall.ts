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
    signed(part.value),
    signed(part.numerator),
    signed(part.denominator),
    part.eventCount === 0 ? NONE : formatCount(part.eventCount),
  ]),
  readingRow(to),
  [
    '变动',
    'difference',
    signed(difference.value),
    signed(difference.numerator),
    signed(difference.denominator),
    '',
  ],
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
export const eventRows = ({ parts }: MovementAnswer): string[][] => parts.flatMap(partRows);

const partRows = ({ titles, events, rest }: MovementPart): string[][] => [
  ...events.map(({ id, day, street, type, value, numerator, denominator }) => [
    titles.zh,
    id,
    day ?? NONE,
    street ?? NONE,
    type?.replace('cn.gov.mca.', '') ?? NONE,
    signed(value),
    signed(numerator),
    signed(denominator),
  ]),
  ...(rest === null
    ? []
    : [
        [
          titles.zh,
          `… ${formatCount(rest.eventCount)} more`,
          '',
          '',
          '',
          signed(rest.value),
          signed(rest.numerator),
          signed(rest.denominator),
        ],
      ]),
];
