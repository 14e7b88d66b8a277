import { type Draft, post, type Posting } from './cloud-event.js';
import { type Mishap, postings } from './mishaps.js';

/** A trap as the tables name it: what is unusual, and what must come of it. */
export interface TrapNote {
  readonly name: string;
  readonly expectation: string;
  readonly mishap?: Mishap | undefined;
}

/** A trap as tests find it: the events that make it. */
export interface Trap {
  readonly name: string;
  readonly expectation: string;
  readonly eventIds: readonly string[];
}

/** A part of the ledger. */
export interface Chapter {
  readonly postings: readonly Posting[];
  readonly traps: readonly Trap[];
}

/** Facts that went their way without incident. */
export const chapterOf = (drafts: readonly Draft[]): Chapter => ({
  postings: drafts.map((draft) => post(draft)),
  traps: [],
});

/** One fact, with its trap when the tables give it one. */
export function entry(draft: Draft, note?: TrapNote): Chapter {
  const posted = postings(draft, note?.mishap);
  if (!note) return { postings: posted, traps: [] };
  const eventIds = [...new Set(posted.map(({ event }) => event.id))];
  return { postings: posted, traps: [{ name: note.name, expectation: note.expectation, eventIds }] };
}

/** Chapters one after another; notes of one name that stand at several events become one trap. */
export function join(chapters: readonly Chapter[]): Chapter {
  const traps = new Map<string, Trap>();
  for (const trap of chapters.flatMap((chapter) => chapter.traps)) {
    const known = traps.get(trap.name);
    traps.set(trap.name, known ? { ...known, eventIds: [...known.eventIds, ...trap.eventIds] } : trap);
  }
  return { postings: chapters.flatMap((chapter) => chapter.postings), traps: [...traps.values()] };
}
