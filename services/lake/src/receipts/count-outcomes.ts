import { attributedSource } from './attributed-source.js';

export type OutcomeStatus = 'accepted' | 'quarantined' | 'duplicate' | 'conflict';

/** What one transaction made of its records, as far as counting needs it. */
export interface Outcomes {
  readonly placed: readonly { readonly candidate: Judged }[];
  readonly repeats: readonly Judged[];
  readonly held: readonly {
    readonly source: string | null;
    readonly type: string | null;
    readonly problems: readonly { readonly code: string }[];
  }[];
}

interface Judged {
  readonly event: { readonly source: string; readonly type: string };
}

export interface OutcomeCount {
  /** Empty when it could not be read. */
  readonly source: string;
  readonly type: string;
  readonly status: OutcomeStatus;
  /** Empty for what is not held. */
  readonly code: string;
  readonly records: number;
}

export const statusOfHeld = (code: string): OutcomeStatus =>
  code === 'ID_CONFLICT' ? 'conflict' : 'quarantined';

/** One row per source, type, status and code; their sum is the number of records. */
export function countOutcomes({ placed, repeats, held }: Outcomes): OutcomeCount[] {
  const tally = new Tally();
  for (const { candidate } of placed) tally.addJudged(candidate.event, 'accepted');
  for (const { event } of repeats) tally.addJudged(event, 'duplicate');
  for (const { source, type, problems } of held) {
    const { code } = problems[0]!;
    tally.add({ source: attributedSource(source) ?? '', type: type ?? '', status: statusOfHeld(code), code });
  }
  return tally.counts;
}

type Group = Omit<OutcomeCount, 'records'>;
type Counted = Group & { records: number };

class Tally {
  private readonly groups = new Map<string, Counted>();
  /** Most records are like the one before: no key is made for them. */
  private last: Counted | undefined;

  get counts(): OutcomeCount[] {
    return [...this.groups.values()];
  }

  addJudged({ source, type }: Judged['event'], status: OutcomeStatus): void {
    const { last } = this;
    if (last?.source === source && last.type === type && last.status === status) last.records++;
    else this.add({ source, type, status, code: '' });
  }

  add(group: Group): void {
    const key = `${group.source}\n${group.type}\n${group.status}\n${group.code}`;
    let counted = this.groups.get(key);
    if (counted) counted.records++;
    else this.groups.set(key, (counted = { ...group, records: 1 }));
    this.last = counted;
  }
}
