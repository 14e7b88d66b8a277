import { yearOf } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join } from '../posting/chapter.js';
import type { Draft } from '../posting/cloud-event.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import { type DistrictCode, streetNameOf } from '../reference/districts.js';
import { type Assessment, assessmentsOf, PASSING_SCORE } from './stations.js';
import { type Certificate, type Worker, workersOf } from './workers.js';

/** Child-protection stations of the streets and child-welfare social workers. */
export const childChapter = (district: DistrictCode): Chapter =>
  join([
    ...assessmentsOf(district).map((assessment) =>
      entry(stationDraft(district, assessment), assessment.trap),
    ),
    ...workersOf(district).map((worker) => workerChapter(district, worker)),
  ]);

function stationDraft(district: DistrictCode, { street, on, score }: Assessment): Draft {
  const circumstances = { district, street, subject: street, time: at(on, 10) };
  if (score === null)
    return draftOf(circumstances, 'child.protection.station.revoked', {
      street,
      reason: 'FAILED_REVIEW',
    });
  return draftOf(circumstances, 'child.protection.station.certified', {
    street,
    standard: '示例街镇未成年人保护工作站建设规范',
    score: String(score),
    passed: score >= PASSING_SCORE,
    name: `示例${streetNameOf(district, street)}未成年人保护工作站`,
  });
}

function workerChapter(district: DistrictCode, worker: Worker): Chapter {
  const name = `${district}-${String(worker.number).padStart(3, '0')}`;
  const personRef = `per_${digestOf(`child-worker|${name}`).toString('hex', 0, 8)}`;
  const certNoOf = ({ on }: Certificate): string => `SW-${yearOf(on)}-${name}`;
  const of = (certificate: Certificate, time: number): Circumstances => ({
    district,
    street: worker.street,
    subject: `${personRef}:${certNoOf(certificate)}`,
    time,
  });
  const certifications = worker.certificates.map((certificate) => {
    const { on, level, validTo, atMidnightUtc, trap } = certificate;
    const draft = draftOf(of(certificate, at(on, atMidnightUtc ? 0 : 14)), 'child.welfare.worker.certified', {
      personRef,
      certNo: certNoOf(certificate),
      level,
      post: worker.post,
      institutionId: worker.post === 'INSTITUTION' ? `ET${district}-01` : undefined,
      validTo,
    });
    return entry({ ...draft, utc: atMidnightUtc }, trap);
  });
  if (!worker.left) return join(certifications);
  const { on, reason, trap } = worker.left;
  const departures = worker.certificates.map((certificate) =>
    entry(
      draftOf(of(certificate, at(on, 17)), 'child.welfare.worker.left', {
        personRef,
        certNo: certNoOf(certificate),
        reason,
      }),
      trap,
    ),
  );
  return join([...certifications, ...departures]);
}
