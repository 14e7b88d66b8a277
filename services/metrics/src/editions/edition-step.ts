import { RefusedError } from '@minhai/errors';
import { type Reader, type ReaderRight, requireRight } from '../readers/reader.js';
import { STEPS, type EditionState, type Transition } from './edition-file.js';

type Step = (typeof STEPS)[number];

export type TakenStep = Pick<Transition, 'state' | 'by'>;

const RIGHTS: Readonly<Record<EditionState, ReaderRight>> = {
  draft: 'edition.draft',
  reviewed: 'edition.review',
  published: 'edition.publish',
  withdrawn: 'edition.publish',
};

/**
 * Whether this reader may take this step after these. Draft, review and publication are steps of three persons; who may
 * publish may also withdraw, at any time. Throws RefusedError 401 or 403 without the right, 409 for a step out of turn.
 */
export function requireStep(taken: readonly TakenStep[], state: EditionState, reader: Reader): void {
  requireRight(reader, RIGHTS[state]);
  const last = taken.at(-1)?.state;
  if (last === 'withdrawn') throw outOfTurn('it was withdrawn; draft a new edition', { state: last });
  if (state === 'withdrawn') {
    if (last === undefined) throw outOfTurn('there is nothing to withdraw', { state: null });
    return;
  }
  if (STEPS[taken.length] !== state)
    throw outOfTurn(`it is ${last}; next is ${nextOf(taken) ?? 'nothing but a withdrawal'}`, { state: last });
  const earlier = taken.find(({ by }) => by === reader.name);
  if (earlier)
    throw outOfTurn(`${reader.name} took the step ${earlier.state}; ${state} needs another person`, {
      by: reader.name,
      earlier: earlier.state,
    });
}

const nextOf = (taken: readonly TakenStep[]): Step | undefined => STEPS[taken.length];

const outOfTurn = (message: string, extensions: Readonly<Record<string, unknown>>): RefusedError =>
  new RefusedError(409, 'EDITION_STEP', message, extensions);
