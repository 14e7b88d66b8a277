import { isPersonal, type Catalogue } from '@minhai/events';
import type { FactDefinition } from '@minhai/facts';
import { thresholdOf } from './threshold.js';

/**
 * What may be told of single cases of a fact: the one rule of the views of `gold` and of every answer by REST. It goes by
 * fact, for what a case tells of a person is the same whatever figure it stands behind, one of money too.
 */
export interface FactDisclosure {
  /** Facts whose entities are no persons or households: everybody may see their keys. */
  readonly impersonal: ReadonlySet<string>;
  /** Facts with a measure that counts people. */
  readonly people: ReadonlySet<string>;
  /** Impersonal facts that count no people: everybody may see their amounts and places. */
  readonly open: ReadonlySet<string>;
}

/** Facts that read nothing personal are impersonal; what is unknown is personal. */
export function factDisclosure(facts: readonly FactDefinition[], catalogue: Catalogue): FactDisclosure {
  const isImpersonal = (type: string): boolean => !isPersonal(catalogue.find(type)?.sensitivity ?? 4);
  const impersonal = namesOf(facts.filter(({ reads }) => Object.keys(reads).every(isImpersonal)));
  const people = namesOf(
    facts.filter(({ measures }) => measures.some((measure) => thresholdOf(measure) !== undefined)),
  );
  return { impersonal, people, open: new Set([...impersonal].filter((name) => !people.has(name))) };
}

const namesOf = (facts: readonly FactDefinition[]): ReadonlySet<string> =>
  new Set(facts.map(({ name }) => name));
