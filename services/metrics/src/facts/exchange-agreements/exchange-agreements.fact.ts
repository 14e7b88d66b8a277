import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { stock } from '../measure.js';
import { placeOf } from '../place.js';
import { quarterOf, quartersFrom } from '../quarters.js';
import { type Tenure, tenuresOf } from '../tenure.js';
import {
  ACTIVATED,
  type Activation,
  ENDED,
  type End,
  REQUESTED,
  type Request,
  isActivation,
  isEnd,
} from './agreement-events.js';
import { foldPair } from './covered-requests.js';

const REGIONS = ['31', '32', '33', '34'];

const foldAgreement = (history: readonly FactEvent<any>[]): FoldResult => {
  const { tenures, findings } = agreementsOf(history);
  return { rows: tenures.map(row), findings };
};

/** In force through their last day, unless ended before. */
const agreementsOf = (history: readonly FactEvent<any>[]) =>
  tenuresOf(
    history.filter((event) => isActivation(event) || isEnd(event)),
    {
      keyOf: ({ data }: Activation | End) => data.agreementId,
      isBegin: isActivation,
      lastDayOf: ({ data }: Activation) => data.validTo,
      isRenewable: true,
      begun: 'activated',
      ended: 'ended',
    },
  );

const row = ({ begin, from, until, causes }: Tenure): FactRow => ({
  measure: 'exchange.agreements',
  ...placeOf(begin),
  dims: {},
  amount: 1,
  validFrom: from,
  validUntil: until,
  causes,
});

/** Every two of the regions, the smaller first. */
const pairsOf = (regions: readonly string[]): string[] =>
  regions
    .toSorted()
    .flatMap((region, i, sorted) => sorted.slice(i + 1).map((other) => `pair:${region}-${other}`));

const inQuarters = (pairs: readonly string[], quarters: readonly string[]): string[] =>
  pairs.flatMap((pair) => quarters.map((quarter) => `${pair}:${quarter}`));

/**
 * Agreements in force, and requests that no agreement covers. What two regions ask each other in a quarter is looked at
 * together with the agreements that can reach into it; an end names no regions, so it is looked at everywhere.
 */
export const fact: FactDefinition = {
  name: 'exchange.agreements',
  titles: { zh: '跨区域共享协议', en: 'Agreements on exchange' },
  measures: [stock('exchange.agreements', '份', '有效共享协议', 'Agreements in force')],
  reads: {
    [ACTIVATED]: ({ day, data }: Activation) => [
      `agreement:${data.agreementId}`,
      ...inQuarters(pairsOf(data.regions), quartersFrom(day, data.validTo)),
    ],
    [ENDED]: ({ day, data }: End) => [
      `agreement:${data.agreementId}`,
      ...inQuarters(pairsOf(REGIONS), quartersFrom(day, null)),
    ],
    [REQUESTED]: ({ day, data }: Request) =>
      inQuarters(pairsOf([data.fromRegion, data.toRegion]), [quarterOf(day)]),
  },
  fold: (history, entity) =>
    entity.startsWith('agreement:')
      ? foldAgreement(history)
      : foldPair(history, agreementsOf(history).tenures),
};
