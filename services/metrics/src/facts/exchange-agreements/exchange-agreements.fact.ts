import { type BusinessDay, yearOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { yearsReached } from '../years-reached.js';
import { tenuresOf } from '../tenure.js';
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
import { foldRequests } from './covered-requests.js';

const foldAgreement = (history: readonly FactEvent<any>[]): FoldResult => {
  const { tenures, findings } = agreementsOf(history);
  return { rows: tenures.map((tenure) => tenureRow(tenure, 'exchange.agreements', {})), findings };
};

/** In force through their last day, unless ended before. */
const agreementsOf = (history: readonly FactEvent<any>[]) =>
  tenuresOf(history, {
    isBegin: isActivation,
    isEnd,
    keyOf: ({ data }: Activation | End) => data.agreementId,
    lastDayOf: ({ data }) => data.validTo,
    isRenewable: true,
    begun: 'activated',
    ended: 'ended',
  });

const yearKeys = (from: BusinessDay, last: BusinessDay | null): string[] =>
  yearsReached(from, last).map((year) => `requests:${year}`);

/**
 * Agreements in force, and requests that none covers. The requests of a year are looked at together with the agreements
 * that can reach into it; the end of an agreement names no regions, so they are not kept apart.
 */
export const fact: FactDefinition = {
  name: 'exchange.agreements',
  titles: { zh: '跨区域共享协议', en: 'Agreements on exchange' },
  measures: [stock('exchange.agreements', '份', '有效共享协议', 'Agreements in force')],
  reads: {
    [ACTIVATED]: ({ day, data }: Activation) => [
      `agreement:${data.agreementId}`,
      ...yearKeys(day, data.validTo),
    ],
    [ENDED]: ({ day, data }: End) => [`agreement:${data.agreementId}`, ...yearKeys(day, null)],
    [REQUESTED]: ({ day }: Request) => [`requests:${yearOf(day)}`],
  },
  fold: (history, entity) =>
    entity.startsWith('agreement:')
      ? foldAgreement(history)
      : foldRequests(history, agreementsOf(history).tenures),
};
