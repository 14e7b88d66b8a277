import type { FactDefinition, FactEvent } from '@minhai/facts';
import { givenHistory } from '@minhai/testing';

/** `RULE: case` of every finding about an entity, given its history in any order. */
export const caseTexts = (
  fact: FactDefinition,
  entity: string,
  events: readonly FactEvent<any>[],
): string[] =>
  givenHistory(fact, events)
    .folded(entity)
    .findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

/** `measure amount from–until dims` of every row of an entity, shortest form. */
export const rowTexts = (fact: FactDefinition, entity: string, events: readonly FactEvent<any>[]): string[] =>
  givenHistory(fact, events)
    .folded(entity)
    .rows.map(({ measure, amount, validFrom, validUntil, dims }) =>
      [
        measure.slice(measure.indexOf('.') + 1),
        amount,
        validUntil === null ? validFrom : `${validFrom}/${validUntil}`,
        ...Object.values(dims),
      ].join(' '),
    );
