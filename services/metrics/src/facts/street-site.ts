import type { FactEvent, Finding } from '@minhai/facts';
import { besidesDivision, type Coverage, coverageOf, readsOfStreet } from './covered-days.js';
import type { Change } from './divisions/versions.js';
import { finding } from './finding.js';
import { type TenureRules, tenuresOf } from './tenure.js';

/**
 * A fact about sites counts each by its own history and the 街镇 it stands in by that of the 街镇: two kinds of
 * entities, told apart by this prefix.
 */
const STREET = 'street:';

export const isStreetEntity = (entity: string): boolean => entity.startsWith(STREET);

/** The entity of the 街镇 an event names, if it names one. */
export const streetEntityOf = ({ streetId }: FactEvent<any>): string[] =>
  streetId ? [`${STREET}${streetId}`] : [];

/** For `reads` of such a fact. */
export const readsOfStreetEntity = Object.fromEntries(
  Object.entries(readsOfStreet).map(([type, read]) => [
    type,
    (event: Change) => read(event).map((code) => `${STREET}${code}`),
  ]),
);

/** Days on which a 街镇 has a site. What is wrong with a single site is told by the site’s own entity. */
export function coveredStreet(
  history: readonly FactEvent<any>[],
  entity: string,
  { isCounted = () => true, ...rules }: TenureRules & { isCounted?: (begin: FactEvent<any>) => boolean },
  measure: Omit<Coverage, 'by'>,
) {
  const { tenures } = tenuresOf(besidesDivision(history), rules);
  const by = tenures.filter(({ begin }) => isCounted(begin));
  return coverageOf(history, entity.slice(STREET.length), { ...measure, by });
}

/** The 街镇 goes on being covered by a site whose closing does not say where it stood. */
export const closedNowhere = (closing: FactEvent<any>): Finding[] =>
  closing.streetId === undefined
    ? [
        finding(
          'MISSING_PREDECESSOR',
          [closing],
          { case: 'closed without its street', day: closing.day },
          'warning',
        ),
      ]
    : [];
