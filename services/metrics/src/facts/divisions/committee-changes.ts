import { streetOf } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { type CommitteeEvent, isAbolished, isEstablished } from '../community-committees/committee.js';
import { CHANGED, type Change } from './versions.js';

/** What committees say of the 居村 they are of, in the words of the division list. */
export const committeeChanges = (history: readonly FactEvent<any>[]): Change[] =>
  history.filter((event) => isEstablished(event) || isAbolished(event)).map(changeOf);

const changeOf = (event: CommitteeEvent): Change => ({
  ...event,
  type: CHANGED,
  data: {
    code: event.data.villageId,
    name: isEstablished(event) ? event.data.name : '',
    level: 'VILLAGE',
    parent: streetOf(event.data.villageId),
    urbanRuralCode: null,
    validFrom: event.day,
    validTo: null,
    successors: isAbolished(event) ? event.data.successors : [],
    change: isEstablished(event) ? 'ESTABLISHED' : 'ABOLISHED',
  },
});
