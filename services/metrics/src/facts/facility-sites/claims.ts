import { parseDecimal, rescale } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { phasesOf } from '../community-facility/facility-phases.js';
import { type Stretch, stretchesOf } from '../community-facility/stretches.js';
import { groupBy } from '../group-by.js';

/** What one open facility says of its site for some days. */
export interface Claim extends Stretch {
  readonly facilityId: string;
  readonly siteId: string;
  /** Hundredths of a ㎡; nothing when the facility leaves the area to the others of its site. */
  readonly area: number;
  /** Position of the event that said so; of two claims the later said one holds. */
  readonly said: number;
}

/** The claims of every facility in a history sorted as the engine sorts it. */
export function claimsOf(history: readonly FactEvent<any>[]): Claim[] {
  const position = new Map(history.map(({ id }, index) => [id, index]));
  const byFacility = groupBy(
    history as readonly FactEvent<{ facilityId: string }>[],
    ({ data }) => data.facilityId,
  );
  return [...byFacility].flatMap(([facilityId, events]) =>
    stretchesOf(phasesOf(events).phases, ['siteId', 'floorAreaM2', 'kind']).map((stretch) => ({
      ...stretch,
      facilityId,
      siteId: stretch.profile.siteId,
      area: hundredths(stretch.profile.floorAreaM2),
      said: position.get(stretch.begunBy)!,
    })),
  );
}

const hundredths = (floorAreaM2: string): number => Number(rescale(parseDecimal(floorAreaM2)!, 2).unscaled);
