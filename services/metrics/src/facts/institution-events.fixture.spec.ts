import type { FactDefinition, FactEvent } from '@minhai/facts';
import { type Circumstances, factEvent, givenHistory } from '@minhai/testing';
import { BED_CHANGED } from './bed-capacity/bed-posting.js';
import { CHANGED, CLOSED, OPENED } from './bed-capacity/institution-phases.js';

/** The institution the events of this fixture are about. */
export const INSTITUTION = 'i-1';

export const opened = (time: string, data: object = {}) =>
  factEvent(
    OPENED,
    {
      institutionId: INSTITUTION,
      scope: 'INSTITUTION',
      operationMode: 'PUBLIC_PRIVATE',
      hasNursingHospital: false,
      siteId: null,
      chainBrand: null,
      ...data,
    },
    { time },
  );

export const closed = (time: string, data: object = {}) =>
  factEvent(
    CLOSED,
    { institutionId: INSTITUTION, reason: '停业', chainBrand: null, ...data },
    { time: time.length === 10 ? `${time}T18:00:00+08:00` : time },
  );

export const changed = (time: string, data: object, at: Circumstances = {}) =>
  factEvent(
    CHANGED,
    {
      institutionId: INSTITUTION,
      reason: 'OPERATOR_CHANGED',
      operationMode: null,
      scope: null,
      chainBrand: null,
      formerChainBrand: null,
      ...data,
    },
    { time, ...at },
  );

export const relocated = (time: string, street: string) => changed(time, { reason: 'RELOCATED' }, { street });

export const beds = (time: string, bedType: string, delta: number, data: object = {}) =>
  factEvent(
    BED_CHANGED,
    {
      institutionId: INSTITUTION,
      bedType,
      bedScope: 'INSTITUTION',
      delta,
      after: delta,
      reason: delta > 0 ? 'NEW_BUILD' : 'REDUCTION',
      dementiaStandardised: false,
      transferId: null,
      ...data,
    },
    { time: time.length === 10 ? `${time}T10:00:00+08:00` : time },
  );

/** What a fact makes of a history, in short: spans of a measure with the place and dims, and the cases of its findings. */
export const told = (fact: FactDefinition, entity: string = INSTITUTION) => {
  const fold = (events: readonly FactEvent<any>[]) => givenHistory(fact, events).folded(entity);
  return {
    rows: (...events: FactEvent<any>[]) => fold(events).rows,
    spans: (...events: FactEvent<any>[]) =>
      fold(events).rows.map(({ validFrom, validUntil, dims }) => [
        validFrom,
        validUntil,
        ...Object.values(dims),
      ]),
    amounts: (...events: FactEvent<any>[]) =>
      fold(events).rows.map(({ measure, dims, amount }) => [
        measure.replace('eldercare.', ''),
        ...Object.values(dims),
        amount,
      ]),
    cases: (...events: FactEvent<any>[]) =>
      fold(events).findings.map(({ rule, detail }) => `${rule}: ${detail['case'] ?? detail['day']}`),
  };
};
