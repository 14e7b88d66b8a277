import { createHash } from 'node:crypto';
import { addDays, buildUsci, formatInstant, startOfDay, uuidV7 } from '@minhai/domain';

/** Structured CloudEvents of one department system; every value is invented. */
export type StructuredEvent = Readonly<Record<string, unknown>>;

const FIRST_DAY = '2019-01-01';
const STREETS = ['310105001', '310105002', '310105004', '310105005', '310105006'];
const CHANGES_PER_INSTITUTION = 20;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

interface Occurrence {
  readonly index: number;
  readonly type: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

function eventOf({ index, type, subject, data }: Occurrence, run: string): StructuredEvent {
  const time = startOfDay(addDays(FIRST_DAY, Math.floor(index / 700) % 700)) + 9 * 3_600_000 + (index % 700) * 1000;
  return {
    specversion: '1.0',
    id: uuidV7(time, digest(`${run}:${index}`)),
    source: `urn:mca:310105:${type.split('.')[3]}`,
    type,
    subject,
    time: formatInstant(time),
    recordedtime: formatInstant(time + 60_000),
    regionid: '310105',
    streetid: STREETS[index % STREETS.length],
    data,
  };
}

/** One event in two changes beds: the entity with the longest history, twenty changes an institution. */
function bedChange(index: number, run: string): Occurrence {
  const serial = Math.floor(index / 2);
  const institutionId = `B${run}-${Math.floor(serial / CHANGES_PER_INSTITUTION)}`;
  const delta = 1 + (serial % 9);
  const data = {
    institutionId, bedType: 'GENERAL', bedScope: 'INSTITUTION', delta, after: delta, reason: 'EXPANSION', dementiaStandardised: false, transferId: null,
  };
  return { index, type: 'cn.gov.mca.eldercare.bed.changed', subject: `${institutionId}:GENERAL`, data };
}

function benefit(index: number, run: string): Occurrence {
  const caseId = `C${run}-${index}`;
  const data = {
    caseId, householdRef: `hh_${run}${String(index).padStart(9, '0')}`, item: 'DIBAO', category: 'DIBAO', persons: 1 + (index % 3),
    amountFenPerMonth: 116_000, effectiveMonth: '2021-01', validTo: null, approver: 'op-1', acceptor: 'op-2',
  };
  return { index, type: 'cn.gov.mca.assistance.approval.granted', subject: caseId, data };
}

function organisation(index: number): Occurrence {
  const usci = buildUsci('51310105', String(10_000_000 + index).slice(-8));
  const data = { usci, name: `示例社团${index}`, kind: 'ASSOCIATION', registrar: '310105', supervisor: null, industry: null, capitalFen: 3_000_000 };
  return { index, type: 'cn.gov.mca.socialorg.registered', subject: usci, data };
}

/** `count` events: half bed changes, three tenths benefits, two tenths organisations. `run` keeps ids of rounds apart. */
export function* eventStream(count: number, run: string): Generator<StructuredEvent> {
  for (let index = 0; index < count; index++) {
    const kind = index % 10;
    if (kind % 2 === 0) yield eventOf(bedChange(index, run), run);
    else if (kind < 6) yield eventOf(benefit(index, run), run);
    else yield eventOf(organisation(index), run);
  }
}
