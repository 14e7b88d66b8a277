import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { flow, stock } from '../measure.js';
import { isMonthKey, monthKey, uncoveredOf, uncoveredRow } from '../monthly-report.js';
import { type MonthsHeld, monthsHeldOf } from '../months-held.js';
import { protectedPeople } from '../protected-measure.js';
import { tenureRow } from '../row.js';

export const GRANTED = 'cn.gov.mca.disability.subsidy.granted';
export const TERMINATED = 'cn.gov.mca.disability.subsidy.terminated';
export const REPORTED = 'cn.gov.mca.disability.subsidy.reported';

type Grant = EventOf<typeof GRANTED>;
type Report = EventOf<typeof REPORTED>;

/** An entity is one subsidy of one person, or a month's reports of a district. */
function fold(history: readonly FactEvent<any>[], entity: string): FoldResult {
  if (isMonthKey(entity)) return foldMonth(history as readonly Report[]);
  const { held, findings } = monthsHeldOf(history, {
    isBegin: ofType(GRANTED),
    begun: 'granted',
    ended: 'terminated',
  });
  return { rows: held.flatMap(rowsOf), findings };
}

function rowsOf(months: MonthsHeld<Grant>): FactRow[] {
  const { kind, level, amountFenPerMonth } = months.begin.data;
  return [
    tenureRow(months, 'disability.subsidised', { kind, level }),
    tenureRow(months, 'disability.subsidy-fen', { kind, level }, amountFenPerMonth),
  ].filter(({ amount }) => amount > 0);
}

const REPORTED_MEASURES = {
  persons: 'disability.reported-person-months',
  amountFen: 'disability.reported-fen',
} as const;

function foldMonth(reports: readonly Report[]): FoldResult {
  const { uncovered, findings } = uncoveredOf(
    reports.map((event) => ({
      event,
      region: event.data.region,
      series: event.data.kind,
      amounts: {
        [REPORTED_MEASURES.persons]: event.data.persons,
        [REPORTED_MEASURES.amountFen]: event.data.amountFen,
      },
    })),
  );
  return { rows: uncovered.map((rest) => uncoveredRow(rest, rest.of, { kind: rest.series })), findings };
}

const ofPerson = ({ data }: FactEvent<{ personRef: string; kind: string }>): string[] => [
  `${data.personRef}:${data.kind}`,
];

/**
 * The two subsidies to persons with a disability (残疾人两项补贴): one of a kind at a time. A change of level or amount
 * is a termination and a new grant of the same month. Reported months stand beside single grants, not added to them.
 */
export const fact: FactDefinition = {
  name: 'disability.subsidies',
  titles: { zh: '残疾人两项补贴', en: 'Subsidies to persons with a disability' },
  measures: [
    protectedPeople(stock('disability.subsidised', '人', '享受补贴残疾人', 'Persons subsidised')),
    stock('disability.subsidy-fen', '分', '月补贴金额', 'Subsidies due per month, in fen'),
    protectedPeople(
      flow(REPORTED_MEASURES.persons, '人次', '上报补贴人次', 'Persons subsidised by month, as reported'),
    ),
    flow(REPORTED_MEASURES.amountFen, '分', '上报补贴金额', 'Subsidies paid as reported, in fen'),
  ],
  reads: {
    [GRANTED]: ofPerson,
    [TERMINATED]: ofPerson,
    [REPORTED]: ({ regionId, data }: Report) => [monthKey(regionId, data.period)],
  },
  fold,
};
