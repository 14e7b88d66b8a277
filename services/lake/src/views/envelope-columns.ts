import { freeTextClassOf, isPersonal, subjectClassOf, type EventType } from '@minhai/events';
import { maskedColumn } from '@minhai/postgres';

interface EnvelopeColumn {
  readonly expression: string;
  readonly comment: string;
}

const COLUMNS: Readonly<Record<string, EnvelopeColumn>> = {
  id: { expression: 'e.id', comment: '事件编号 · id, unique for ever' },
  time: { expression: 'e.time', comment: '事件时间 · when it took effect' },
  recorded_time: { expression: 'e.recorded_time', comment: '登记时间 · when the source registered it' },
  accepted_at: { expression: 'e.accepted_at', comment: '入湖时间 · when the lake accepted it' },
  source: { expression: 'e.source', comment: '来源系统 · source system' },
  subject: { expression: 'e.subject', comment: '业务键 · natural key' },
  region_id: { expression: 'e.region_id', comment: '区划代码（6位） · GB/T 2260, 6 digits' },
  street_id: { expression: 'e.street_id', comment: '街镇代码（9位） · 9 digits' },
  village_id: { expression: 'e.village_id', comment: '居村代码（12位） · 12 digits' },
  seq: { expression: 'e.seq', comment: '来源序号 · number in the source, per key' },
  correction_of: { expression: 'e.correction_of', comment: '更正的事件 · id of the event it corrects' },
  voids: { expression: 'e.voids', comment: '作废的事件 · id of the event it voids' },
  reason: { expression: 'e.reason', comment: '更正或作废理由 · why it corrects or voids' },
  actor: { expression: 'e.actor', comment: '经办人 · operator' },
  sensitivity: { expression: 'e.sensitivity', comment: '敏感级别 1–4 · sensitivity 1–4' },
  partition: { expression: 'e.partition_no', comment: '分区 · partition of the position' },
  position: { expression: 'e.position', comment: '分区内位置 · gap-free position in the partition' },
};

/** Names that no payload column may take. */
export const ENVELOPE_COLUMNS: ReadonlySet<string> = new Set(Object.keys(COLUMNS));

/** Target list of the envelope: the subject is masked by what it is made of, free texts by the event's own level. */
export const envelopeColumnsOf = (eventType: EventType, view: string): string[] =>
  Object.entries(COLUMNS).map(([column, { expression }]) => {
    const masked = maskedColumn({ schema: 'lake', view, column, value: expression, mask: `'***'` });
    return `${shown(eventType, column, expression, masked)} AS ${column}`;
  });

function shown(eventType: EventType, column: string, value: string, masked: string): string {
  if (column === 'subject') return isPersonal(subjectClassOf(eventType)) ? masked : value;
  if (column !== 'reason' && column !== 'actor') return value;
  if (isPersonal(freeTextClassOf(eventType))) return masked;
  // A publisher may raise the level of a single event.
  return `CASE WHEN e.sensitivity < 3 THEN ${value} ELSE ${masked} END`;
}

export const envelopeComments = (): [string, string][] =>
  Object.entries(COLUMNS).map(([column, { comment }]) => [column, comment]);
