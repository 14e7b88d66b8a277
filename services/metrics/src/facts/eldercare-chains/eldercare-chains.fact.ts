import { UNKNOWN_STREET } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { CHANGED, CLOSED, OPENED } from '../bed-capacity/institution-phases.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { contains, intersect, turnsOf } from '../span.js';
import { type Tenure, tenuresOf } from '../tenure.js';

type Opened = EventOf<typeof OPENED>;
type Changed = EventOf<typeof CHANGED>;
type Closed = EventOf<typeof CLOSED>;

const isOpened = ofType(OPENED);
const isChanged = ofType(CHANGED);
const isClosed = ofType(CLOSED);

const LEAST_SITES = 2;
const CHAIN = 'chain:';
const DISTRICT_DIGITS = 6;

const chainKey = (district: string, brand: string): string => `${CHAIN}${district}${brand}`;

/** Two institutions under one roof are one site. */
const siteOf = ({ begin }: Tenure<Opened | Changed>): string =>
  (isOpened(begin) ? begin.data.siteId : null) ?? begin.data.institutionId;

function foldChain(history: readonly FactEvent<any>[], district: string, brand: string): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: (event): event is Opened | Changed => !isClosed(event) && event.data.chainBrand === brand,
    isEnd: () => true,
    keyOf: ({ data }: Opened | Changed | Closed) => data.institutionId,
    begun: 'joined chain',
    ended: 'left chain',
  });
  return { rows: chainRows(tenures, district), findings };
}

/** One row per stretch of days on which the brand has at least two sites. */
function chainRows(tenures: readonly Tenure<Opened | Changed>[], district: string): FactRow[] {
  const rows: FactRow[] = [];
  let since: string | undefined;
  const close = (from: string, until: string | null): void => {
    const members = tenures.filter((tenure) => intersect(tenure, { from, until }));
    rows.push({
      measure: 'eldercare.chain-operators',
      district,
      street: UNKNOWN_STREET,
      dims: {},
      amount: 1,
      validFrom: from,
      validUntil: until,
      causes: [...new Set(members.flatMap(({ causes }) => causes))],
    });
  };
  for (const day of turnsOf(tenures)) {
    const sites = new Set(tenures.filter((tenure) => contains(tenure, day)).map(siteOf));
    const isChain = sites.size >= LEAST_SITES;
    if (isChain && since === undefined) since = day;
    if (isChain || since === undefined) continue;
    close(since, day);
    since = undefined;
  }
  if (since !== undefined) close(since, null);
  return rows;
}

/** A chain hears of a member leaving only from an event that names it. */
function foldInstitution(history: readonly FactEvent<any>[]): FoldResult {
  const findings: Finding[] = [];
  let brand: string | null = null;
  for (const event of history) {
    if (isOpened(event)) brand ??= event.data.chainBrand;
    else if (isChanged(event)) {
      const { chainBrand, formerChainBrand } = event.data;
      if (chainBrand !== null && formerChainBrand !== brand) findings.push(notNamed(event));
      if (chainBrand !== null || formerChainBrand !== null) brand = chainBrand;
    } else if (isClosed(event)) {
      if (event.data.chainBrand !== brand) findings.push(notNamed(event));
      brand = null;
    }
  }
  return { rows: [], findings };
}

const notNamed = (event: FactEvent<any>): Finding =>
  finding('STATE', [event], { case: 'chain left not named', day: event.day }, 'warning');

const keysOf = (event: Opened | Changed | Closed): string[] => {
  const former = isChanged(event) ? event.data.formerChainBrand : null;
  const brands = new Set([event.data.chainBrand, former].filter((brand) => brand !== null));
  return [
    `institution:${event.data.institutionId}`,
    ...[...brands].map((brand) => chainKey(event.regionId, brand)),
  ];
};

/** Brands that run at least two institutions of a district, each counted once. They belong to no 街镇. */
export const fact: FactDefinition = {
  name: 'eldercare.chains',
  titles: { zh: '连锁养老机构', en: 'Chains of institutions' },
  measures: [
    stock(
      'eldercare.chain-operators',
      '家',
      '品牌化连锁养老机构（品牌数）',
      'Brands that run at least two institutions of the district',
    ),
  ],
  reads: { [OPENED]: keysOf, [CHANGED]: keysOf, [CLOSED]: keysOf },
  fold: (history, entity) =>
    entity.startsWith(CHAIN)
      ? foldChain(
          history,
          entity.slice(CHAIN.length, CHAIN.length + DISTRICT_DIGITS),
          entity.slice(CHAIN.length + DISTRICT_DIGITS),
        )
      : foldInstitution(history),
};
