import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Reader, type ReaderRight } from '../readers/reader.js';
import type { EditionState } from './edition-file.js';
import { type TakenStep, requireStep } from './edition-step.js';

const may = (name: string, ...rights: ReaderRight[]): Reader => ({ name, rights: new Set(rights) });
const steps = (...taken: [EditionState, string][]): TakenStep[] =>
  taken.map(([state, by]) => ({ state, by }));
const asked = (taken: readonly TakenStep[], state: EditionState, reader: Reader) => () =>
  requireStep(taken, state, reader);

const all: readonly ReaderRight[] = ['edition.draft', 'edition.review', 'edition.publish'];

describe('steps of an edition', () => {
  it('given three persons with their rights, lets them draft, review and publish in turn', () => {
    expect(asked([], 'draft', may('a', 'edition.draft'))).not.toThrow();
    expect(asked(steps(['draft', 'a']), 'reviewed', may('b', 'edition.review'))).not.toThrow();
    expect(
      asked(steps(['draft', 'a'], ['reviewed', 'b']), 'published', may('c', 'edition.publish')),
    ).not.toThrow();
  });

  it('given somebody who took an earlier step, refuses him the next, whatever his rights', () => {
    expect(asked(steps(['draft', 'a']), 'reviewed', may('a', ...all))).toThrow(/another person/);
    for (const name of ['a', 'b'])
      expect(asked(steps(['draft', 'a'], ['reviewed', 'b']), 'published', may(name, ...all))).toThrow(
        expect.objectContaining({ status: 409, code: 'EDITION_STEP' }),
      );
  });

  it('given no right or no name, refuses with 403 and 401', () => {
    expect(asked([], 'draft', may('a', 'edition.review'))).toThrow(expect.objectContaining({ status: 403 }));
    expect(asked([], 'draft', ANONYMOUS)).toThrow(expect.objectContaining({ status: 401 }));
  });

  it('given a step out of turn, refuses it and says which is next', () => {
    expect(asked(steps(['draft', 'a']), 'published', may('c', ...all))).toThrow(
      'it is draft; next is reviewed',
    );
    expect(
      asked(steps(['draft', 'a'], ['reviewed', 'b'], ['published', 'c']), 'reviewed', may('d', ...all)),
    ).toThrow('next is nothing but a withdrawal');
  });

  it('given any state, lets a publisher withdraw, himself included, and nothing follow', () => {
    const published = steps(['draft', 'a'], ['reviewed', 'b'], ['published', 'c']);
    expect(asked(published, 'withdrawn', may('c', 'edition.publish'))).not.toThrow();
    expect(asked([], 'withdrawn', may('c', 'edition.publish'))).toThrow(/nothing to withdraw/);
    for (const state of ['reviewed', 'published', 'withdrawn'] as const)
      expect(asked(steps(['draft', 'a'], ['withdrawn', 'c']), state, may('e', ...all))).toThrow(/withdrawn/);
  });
});
