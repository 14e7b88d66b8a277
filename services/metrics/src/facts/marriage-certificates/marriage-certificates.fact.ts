import { UNKNOWN_STREET } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { placeOfOffice } from '../place.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';
import {
  ANNULLED,
  APPLIED,
  DIVORCED,
  REGISTERED,
  REISSUED,
  type Reissue,
  isAnnulled,
  isReissued,
} from './certificate-events.js';
import { usesOf, useProblems } from './uses.js';

/** One certificate: the act that gave it its number, and what later acts do with it. */
function fold(history: readonly FactEvent<any>[], wordNo: string): FoldResult {
  const origins = history.filter(
    ({ type, data }) => [REGISTERED, DIVORCED, REISSUED].includes(type) && data.certWordNo === wordNo,
  );
  const reissues = once(
    origins.filter((event) => isReissued(event)),
    'word number used twice',
  );
  const annulments = once(history.filter(isAnnulled), 'annulled twice');
  return {
    rows: [
      ...(reissues.first ? [reissueRow(reissues.first)] : []),
      ...(annulments.first ? [annulmentRow(annulments.first)] : []),
    ],
    findings: [
      ...reissues.findings,
      ...annulments.findings,
      ...useProblems(usesOf(history, wordNo), origins[0], wordNo),
    ],
  };
}

const reissueRow = (event: Reissue): FactRow => ({
  ...flowRow(event, 'marriage.certificates-reissued', {
    kind: event.data.certWordNo.startsWith('BL') ? 'DIVORCE' : 'MARRIAGE',
  }),
  ...placeOfOffice(event.data.officeRegion),
});

function annulmentRow(event: EventOf<typeof ANNULLED>): FactRow {
  const { ground, authority } = event.data;
  return { ...flowRow(event, 'marriage.annulments', { ground, authority }), street: UNKNOWN_STREET };
}

const ofCertificate = ({ data }: FactEvent<{ certWordNo: string }>): string[] => [data.certWordNo];

/** Certificates of marriage and divorce through their life: reissued, applied for divorce on, divorced, annulled. */
export const fact: FactDefinition = {
  name: 'marriage.certificates',
  titles: { zh: '婚姻登记证', en: 'Marriage certificates' },
  measures: [
    people(flow('marriage.certificates-reissued', '件', '补领婚姻登记证', 'Certificates issued again')),
    people(flow('marriage.annulments', '对', '婚姻无效或被撤销', 'Marriages annulled, by day of decision')),
  ],
  reads: {
    [REGISTERED]: ofCertificate,
    [ANNULLED]: ofCertificate,
    [APPLIED]: ofCertificate,
    [REISSUED]: ({ data }: Reissue) => [data.certWordNo, data.originalWordNo],
    [DIVORCED]: ({ data }: EventOf<typeof DIVORCED>) =>
      data.marriageWordNo === null ? [data.certWordNo] : [data.certWordNo, data.marriageWordNo],
  },
  fold,
};
