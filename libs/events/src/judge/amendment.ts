import type { Problem } from '@minhai/errors';
import type { DomainEvent } from '../envelope.js';
import { problem } from '../outcome.js';

const VOID_TYPE = 'cn.gov.mca.record.voided';

/** Form of corrections and voids. Whether the target exists and is the source's own needs history: a finding. */
export function judgeAmendment(event: DomainEvent, found: Problem[]): void {
  const { id, type, voids, correctionOf, reason } = event;
  if (type === VOID_TYPE) {
    if (voids === undefined) found.push(problem('CORRECTION', '/voids', 'a void names the event it voids'));
    if (correctionOf !== undefined)
      found.push(
        problem('CORRECTION', '/correctionof', 'a void is not corrected; send the event again instead'),
      );
  } else if (voids !== undefined) found.push(problem('CORRECTION', '/voids', `only ${VOID_TYPE} may void`));
  else if (correctionOf !== undefined && reason === undefined)
    found.push(problem('CORRECTION', '/reason', 'a correction gives its reason'));
  if (voids === id) found.push(problem('CORRECTION', '/voids', 'an event cannot void itself'));
  if (correctionOf === id)
    found.push(problem('CORRECTION', '/correctionof', 'an event cannot correct itself'));
}
