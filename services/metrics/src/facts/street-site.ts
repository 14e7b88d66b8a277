import type { FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { coverageOf, readsOfStreet } from './covered-days.js';
import type { Change } from './divisions/versions.js';
import { finding } from './finding.js';
import { type Tenure, type TenureRules, tenuresOf } from './tenure.js';

/**
 * A fact about sites counts each by its own history and the 街镇 it stands in by that of the 街镇: two kinds of
 * entities, told apart by this prefix.
 */
const STREET = 'street:';

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

export interface Sites<Opening extends FactEvent<any>> {
  readonly isOpening: (event: FactEvent<any>) => event is Opening;
  readonly isClosing: (event: FactEvent<any>) => boolean;
  readonly siteOf: (event: FactEvent<any>) => string;
  readonly rowsOf: (site: Tenure<Opening>) => readonly FactRow[];
  /** The measure of the 街镇 that have a site, and which sites are meant. Default: every one. */
  readonly covered: string;
  readonly isCovering?: (opening: Opening) => boolean;
}

/** The fold of such a fact. What is wrong with a single site is told by the site’s own entity. */
export const foldOfSites =
  <Opening extends FactEvent<any>>(sites: Sites<Opening>) =>
  (history: readonly FactEvent<any>[], entity: string): FoldResult =>
    entity.startsWith(STREET)
      ? foldStreet(history, entity.slice(STREET.length), sites)
      : foldSite(history, sites);

const rulesOf = <Opening extends FactEvent<any>>({
  isOpening,
  isClosing,
}: Sites<Opening>): TenureRules<Opening> => ({
  isBegin: isOpening,
  isEnd: isClosing,
  begun: 'opened',
  ended: 'closed',
});

function foldSite<Opening extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  sites: Sites<Opening>,
): FoldResult {
  const { tenures, findings } = tenuresOf(history, rulesOf(sites));
  return {
    rows: tenures.flatMap(sites.rowsOf),
    findings: [...findings, ...history.filter(sites.isClosing).flatMap(closedNowhere)],
  };
}

function foldStreet<Opening extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  street: string,
  sites: Sites<Opening>,
): FoldResult {
  const { tenures } = tenuresOf(history, { ...rulesOf(sites), keyOf: sites.siteOf });
  const by = tenures.filter(({ begin }) => sites.isCovering?.(begin) ?? true);
  return coverageOf(history, street, { measure: sites.covered, dims: {}, by });
}

/** The 街镇 goes on being covered by a site whose closing does not say where it stood. */
const closedNowhere = (closing: FactEvent<any>): Finding[] =>
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
