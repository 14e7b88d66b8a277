import { parseMarriageWordNumber } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from '../finding.js';
import { needs } from '../once.js';
import { isAnnulled, isApplied, isDivorce, isReissued } from './certificate-events.js';

/** The register begins with this year: an older certificate that is not on it is no error of anybody. */
const REGISTER_BEGINS = 2016;

/** What is done with a certificate that must exist. */
export interface Use {
  readonly event: FactEvent<any>;
  readonly verb: 'reissued' | 'applied for divorce' | 'divorced' | 'annulled';
  /** Whether it ends the marriage. */
  readonly ends: boolean;
}

/** In the order of time. */
export const usesOf = (history: readonly FactEvent<any>[], wordNo: string): Use[] =>
  history.flatMap((event): Use[] => {
    if (isReissued(event))
      return event.data.originalWordNo === wordNo ? [{ event, verb: 'reissued', ends: false }] : [];
    if (isApplied(event)) return [{ event, verb: 'applied for divorce', ends: false }];
    if (isDivorce(event))
      return event.data.marriageWordNo === wordNo ? [{ event, verb: 'divorced', ends: true }] : [];
    return isAnnulled(event) ? [{ event, verb: 'annulled', ends: true }] : [];
  });

export function useProblems(
  uses: readonly Use[],
  origin: FactEvent<any> | undefined,
  wordNo: string,
): Finding[] {
  const isExpected = (parseMarriageWordNumber(wordNo)?.year ?? 0) >= REGISTER_BEGINS;
  return uses.flatMap((use, i) => {
    const order =
      origin || isExpected
        ? needs(use.event, origin, {
            without: `${use.verb} without its certificate`,
            before: `${use.verb} before its certificate`,
          })
        : [];
    return [...order, ...afterTheEnd(use, uses.slice(0, i))];
  });
}

/** A marriage may be found invalid after its divorce; nothing else follows its end. A second annulment is told apart. */
function afterTheEnd({ event, verb }: Use, earlier: readonly Use[]): Finding[] {
  const end = earlier.find(({ ends }) => ends);
  if (!end || verb === 'annulled') return [];
  return [
    finding('STATE', [end.event, event], {
      case: `${verb} after it was ${end.verb}`,
      day: event.day,
      ended: end.event.day,
    }),
  ];
}
