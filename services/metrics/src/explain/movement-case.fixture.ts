import { addDays, formatDecimal, startOfDay } from '@minhai/domain';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { indicatorOf, sumsOf } from './evidence.fixture.js';
import type { Evidence, EvidenceEvent, EvidenceRow, Reading } from './evidence.js';
import { type Movement, movementOf } from './movement.js';

export const share = indicatorOf('chn-nursing-bed-share');
export const beds = indicatorOf('chn-eldercare-beds');
export const newBeds = indicatorOf('chn-new-institution-beds');
const DAY_ONE = '2019-12-31';
export const at = (days: number) => addDays(DAY_ONE, days);
export const instant = (days: number) => startOfDay(at(days));

export const event = (
  id: string,
  day: number,
  recorded: number,
  more: Partial<EvidenceEvent> = {},
): EvidenceEvent => ({
  id,
  type: 'cn.gov.mca.eldercare.bed.changed',
  day: at(day),
  recordedTime: instant(recorded),
  street: '310105001',
  ...more,
});

export const row = (
  amount: number,
  from: number,
  causes: readonly string[],
  more: Partial<EvidenceRow> = {},
): EvidenceRow => ({
  fact: 'eldercare.bed-capacity',
  entity: 'i-1',
  measure: 'eldercare.beds',
  street: '310105001',
  dims: { bedType: 'NURSING', scope: 'INSTITUTION' },
  amount: BigInt(amount),
  validFrom: at(from),
  validUntil: null,
  causes,
  knownFrom: instant(0),
  knownUntil: null,
  ...more,
});

export const reading = (indicator: IndicatorDefinition, day: number, known: number | null): Reading => ({
  indicator,
  asOf: at(day),
  knownAt: known === null ? null : instant(known),
});

export const GENERAL = { bedType: 'GENERAL', scope: 'INSTITUTION' };

export interface Case {
  readonly from: Reading;
  readonly to: Reading;
  readonly rows: readonly EvidenceRow[];
  readonly events: readonly EvidenceEvent[];
  readonly street?: string;
}

export function move({ from, to, rows, events, street }: Case): Movement {
  const sums = { from: sumsOf(rows, from.knownAt), to: sumsOf(rows, to.knownAt) };
  const evidence: Evidence = { rows, events, histories: [] };
  return movementOf({ from, to, street }, sums, evidence);
}

export const told = ({ parts }: Movement) =>
  parts.map(({ part, printed, events }) => [
    part,
    printed && formatDecimal(printed),
    events.map(({ eventId }) => eventId).join(' '),
  ]);
