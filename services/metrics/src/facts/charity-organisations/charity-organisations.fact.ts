import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { openRows } from '../paired-course.js';

export const RECOGNISED = 'cn.gov.mca.charity.org.recognised';
export const FILED = 'cn.gov.mca.charity.fundraising.filed';

type Recognition = EventOf<typeof RECOGNISED>;
type Filing = EventOf<typeof FILED>;

const isRecognised = ofType(RECOGNISED);
const isFiled = ofType(FILED);

/** A charity is recognised once; being recognised again changes its qualification. */
function fold(history: readonly FactEvent<any>[], usci: string): FoldResult {
  const recognitions = history.filter(isRecognised);
  const rows = recognitions.flatMap((recognition, i) => {
    const { qualification } = recognition.data;
    return openRows(recognition, recognitions[i + 1], 'charity.organisations', { qualification });
  });
  const findings = history.filter(isFiled).flatMap((filing) => filingProblems(filing, recognitions, usci));
  return { rows, findings };
}

/** Money is raised in public by whoever is qualified for it: the organisation that files, or its partner. */
function filingProblems(filing: Filing, recognitions: readonly Recognition[], usci: string): Finding[] {
  const held = recognitions.findLast(({ time }) => time <= filing.time);
  const asPartner = filing.data.partnerUsci === usci;
  if (!asPartner && filing.data.qualification !== 'PUBLIC') return [];
  const role = asPartner ? 'partner' : 'filing';
  if (!held)
    return [
      finding('MISSING_PREDECESSOR', [filing], {
        case: 'fundraising before recognised',
        role,
        day: filing.day,
      }),
    ];
  return held.data.qualification === 'PUBLIC'
    ? []
    : [
        finding('AUTHORISATION', [held, filing], {
          case: 'fundraising without qualification',
          role,
          day: filing.day,
        }),
      ];
}

/** Recognised charities, and whether those who raise money in public may. */
export const fact: FactDefinition = {
  name: 'charity.organisations',
  titles: { zh: '慈善组织与公开募捐', en: 'Charities and public fundraising' },
  measures: [stock('charity.organisations', '家', '认定的慈善组织', 'Charities recognised at the date')],
  reads: {
    [RECOGNISED]: ({ data }: Recognition) => [data.usci],
    [FILED]: ({ data }: Filing) =>
      data.partnerUsci && data.partnerUsci !== data.usci ? [data.usci, data.partnerUsci] : [data.usci],
  },
  fold,
};
