import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { byRecording } from '../recording.js';
import { flowRow } from '../row.js';

export const VERIFIED = 'cn.gov.mca.cert.verified';
export const REPORTED = 'cn.gov.mca.cert.verification.reported';

type Verification = EventOf<typeof VERIFIED>;
type Report = EventOf<typeof REPORTED>;

const row = (event: Verification | Report, record: string, amount: number): FactRow =>
  flowRow(event, 'cert.verifications', { result: event.data.result, record }, amount);

function foldSingle(verifications: readonly Verification[]): FoldResult {
  const { first, findings } = once(verifications, 'verification number used twice');
  return { rows: first ? [row(first, 'SINGLE', 1)] : [], findings };
}

/** Of two reports on one month and result the one recorded last holds. */
function foldReports(reports: readonly Report[]): FoldResult {
  const byRecord = reports.toSorted(byRecording);
  const last = byRecord.at(-1);
  if (!last) return { rows: [], findings: [] };
  return {
    rows: last.data.count === 0 ? [] : [row(last, 'REPORT', last.data.count)],
    findings:
      byRecord.length > 1
        ? [finding('PERIOD_RESTATED', byRecord, { case: 'reported again', day: last.day })]
        : [],
  };
}

/**
 * Verifications of certificates, by result; also those that found nothing. Monthly reports stand beside single records:
 * a verifier sends the one or the other.
 */
export const fact: FactDefinition = {
  name: 'cert.verifications',
  titles: { zh: '电子证照核验', en: 'Verifications of certificates' },
  measures: [flow('cert.verifications', '次', '电子证照核验', 'Verifications')],
  reads: {
    [VERIFIED]: ({ data }: Verification) => [`verification:${data.verificationId}`],
    [REPORTED]: ({ data }: Report) => [`report:${data.region}:${data.result}:${data.period}`],
  },
  fold: (history: readonly FactEvent<any>[], entity) =>
    entity.startsWith('report:')
      ? foldReports(history.filter(ofType(REPORTED)))
      : foldSingle(history.filter(ofType(VERIFIED))),
};
