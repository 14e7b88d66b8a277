import { UNKNOWN_STREET, yearOf } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';

const PREFIX = 'street-year:';

/**
 * Keys under which events meet that share neither a person nor a household: the end of a case names only the case. An
 * event belongs to its year and the next one, so that a year is judged with one year before it and no history grows
 * without bound.
 */
export const streetYearsOf = ({ regionId, streetId, day }: FactEvent<any>): string[] =>
  [0, 1].map((ahead) => `${PREFIX}${regionId}:${streetId ?? UNKNOWN_STREET}:${yearOf(day) + ahead}`);

export const isStreetYear = (entity: string): boolean => entity.startsWith(PREFIX);

/** Whether the event is of the year that is judged, and not of the one looked back on. */
export const isOfYear = (event: FactEvent<any>, entity: string): boolean =>
  entity.endsWith(`:${yearOf(event.day)}`);
