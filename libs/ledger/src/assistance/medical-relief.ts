import { type BusinessMonth, monthsBetween } from '@minhai/domain';
import type { ReliefBeneficiary } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { at } from '../chance/calendar.js';
import { chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import { reportTimes } from '../posting/month-report.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

export interface MedicalRelief {
  readonly selfPayFen: number;
  readonly reliefFen: number;
}

/** Of 低保 and 特困 in 2020: 91.0 % of the own share, “超过90%”. */
export const MEDICAL_RELIEF_2020: Readonly<Record<DistrictCode, MedicalRelief>> = {
  '310105': { selfPayFen: 0, reliefFen: 0 },
  '310118': { selfPayFen: 1_000_000_000, reliefFen: 910_000_000 },
};

const MONTHS = monthsBetween('2020-01', '2020-12');
const KEY_CATEGORIES: readonly ReliefBeneficiary[] = ['DIBAO', 'TEKUN'];
/** The month of which single settlements are on record besides its reports. */
const SETTLED_MONTH: BusinessMonth = '2020-09';
const SETTLEMENTS = 20;
/** One settlement, fen. */
const EACH = { totalFen: 260_000, insuranceFen: 170_000, selfPayFen: 80_000, reliefFen: 74_000 };

const SETTLED: TrapNote = {
  name: 'relief-reported-and-settled',
  expectation: 'the report of September 2020 holds these settlements too: each counts once',
};
const OTHERS: TrapNote = {
  name: 'relief-of-other-beneficiaries',
  expectation: 'low-income households are no 重点救助对象: their 60 % must not lower the share',
};
const CORRECTED: TrapNote = {
  name: 'relief-corrected',
  expectation: 'first reported without any relief: the corrected amounts hold',
  mishap: { kind: 'corrected', first: { reliefFen: 0 }, correctedOn: '2020-05-25' },
};

interface Row extends MedicalRelief {
  readonly region: string;
  readonly category: ReliefBeneficiary;
  readonly period: BusinessMonth;
}

const reportDraft = (district: DistrictCode, row: Row): Draft<'assistance.medical.reported'> => ({
  district,
  type: 'assistance.medical.reported',
  system: 'assistance',
  subject: `${row.region}:${row.category}:${row.period}`,
  mark: 'reported',
  ...reportTimes(row.period),
  street: row.region === district ? undefined : row.region,
  data: { ...row, totalFen: row.selfPayFen * 3 },
});

function rowsOf(district: DistrictCode): Row[] {
  const { selfPayFen, reliefFen } = MEDICAL_RELIEF_2020[district];
  const chance = chanceOf(`medical-relief|${district}`);
  const cells = KEY_CATEGORIES.flatMap((category) =>
    MONTHS.flatMap((period) =>
      DISTRICTS[district].streets.map(({ code, committees }) => ({
        cell: { region: code, category, period },
        weight: committees * chance.between(80, 120) * (category === 'DIBAO' ? 4 : 1),
      })),
    ),
  );
  const weights = cells.map(({ weight }) => weight);
  const [own, relief] = [apportion(selfPayFen, weights), apportion(reliefFen, weights)];
  return cells.map(({ cell }, i) => ({ ...cell, selfPayFen: own[i]!, reliefFen: relief[i]! }));
}

function settlementDraft(district: DistrictCode, number: number): Draft<'assistance.medical.settled'> {
  const settlementId = `YJ${district}-2020-${String(number).padStart(4, '0')}`;
  const time = at(`${SETTLED_MONTH}-${String(number).padStart(2, '0')}`, 15);
  return {
    district,
    type: 'assistance.medical.settled',
    system: 'assistance',
    subject: settlementId,
    mark: 'settled',
    time,
    recorded: registrationAfter(time, settlementId),
    street: DISTRICTS[district].streets[number % 5]!.code,
    data: {
      settlementId,
      personRef: `per_${digestOf(`settled|${settlementId}`).toString('hex', 0, 8)}`,
      category: 'DIBAO',
      ...EACH,
    },
  };
}

/** Medical relief of 青浦: reports by street, month and category, and single settlements of one month. */
export function medicalReliefChapter(district: DistrictCode): Chapter {
  if (MEDICAL_RELIEF_2020[district].selfPayFen === 0) return join([]);
  const rows = rowsOf(district);
  const others = MONTHS.map((period): Row => ({
    region: district,
    category: 'LOW_INCOME',
    period,
    selfPayFen: 4_000_000,
    reliefFen: 2_400_000,
  }));
  const settlements = Array.from({ length: SETTLEMENTS }, (_, i) => settlementDraft(district, i + 1));
  return join([
    ...rows.map((row, i) => entry(reportDraft(district, row), i === 40 ? CORRECTED : undefined)),
    ...others.map((row) => entry(reportDraft(district, row), OTHERS)),
    ...settlements.map((draft) => entry(draft, SETTLED)),
  ]);
}
