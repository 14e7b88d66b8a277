import type { BusinessDay } from '@minhai/domain';
import type { Finding } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';

export const BED_CHANGED = 'cn.gov.mca.eldercare.bed.changed';

export type BedEvent = EventOf<typeof BED_CHANGED>;

/** A change of beds that counts from `day` on. */
export interface Posting {
  readonly event: BedEvent;
  readonly day: BusinessDay;
  readonly causes: readonly string[];
}

export interface Postings {
  readonly postings: readonly Posting[];
  readonly findings: readonly Finding[];
}

/**
 * Every change counts on its own day, except conversions: the halves sharing a `transferId` count together,
 * from the later day, and only when they sum to nothing. So a conversion can never change a total.
 */
export const postingsOf = (events: readonly BedEvent[]): Postings =>
  events.some(isConversion) ? withTransfers(events) : { postings: events.map(ownDay), findings: [] };

export const isConversion = ({ data }: BedEvent): boolean => data.reason === 'CONVERSION';

export const ownDay = (event: BedEvent): Posting => ({ event, day: event.day, causes: [event.id] });

function withTransfers(events: readonly BedEvent[]): Postings {
  const findings: Finding[] = [];
  const transfers = groupBy(events.filter(isConversion), ({ id, data }) => data.transferId ?? id);
  const counted = new Map<string, Posting>();
  for (const halves of transfers.values()) {
    if (!isBalanced(halves)) findings.push(unpaired(halves));
    else for (const posting of transferPostings(halves)) counted.set(posting.event.id, posting);
  }
  const postings = events.flatMap((event) =>
    isConversion(event) ? (counted.get(event.id) ?? []) : [ownDay(event)],
  );
  return { postings, findings };
}

/** Dementia beds are an attribute, home beds are no institution's: a conversion stays within its class. */
const classOf = ({ data }: BedEvent): string =>
  data.bedType === 'DEMENTIA' ? 'dementia' : data.bedScope === 'HOME' ? 'home' : 'institution';

const isBalanced = (halves: readonly BedEvent[]): boolean =>
  halves.reduce((sum, { data }) => sum + data.delta, 0) === 0 && new Set(halves.map(classOf)).size === 1;

function transferPostings(halves: readonly BedEvent[]): Posting[] {
  const day = halves.reduce((latest, half) => (half.day > latest ? half.day : latest), halves[0]!.day);
  const ids = halves.map(({ id }) => id);
  return halves.map((event) => ({ event, day, causes: [event.id, ...ids.filter((id) => id !== event.id)] }));
}

const unpaired = (halves: readonly BedEvent[]): Finding =>
  finding('UNPAIRED_TRANSFER', halves, {
    day: halves.at(-1)!.day,
    halves: halves.length,
    sum: halves.reduce((sum, { data }) => sum + data.delta, 0),
  });
