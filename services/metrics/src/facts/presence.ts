import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from './finding.js';
import { type Place, placeOf } from './place.js';
import type { Span } from './span.js';

/** Days on which one shop, base or body stands: from the event that opens it until the one that closes it. */
export interface Presence<Opening extends FactEvent<any>> extends Span {
  readonly opening: Opening;
  readonly place: Place;
  readonly causes: readonly string[];
}

/** The two event types and what they are called in findings. */
export interface Turns<Opening extends FactEvent<any>> {
  readonly opens: (event: FactEvent<any>) => event is Opening;
  readonly closes: (event: FactEvent<any>) => boolean;
  readonly opened: string;
  readonly closed: string;
}

export interface Presences<Opening extends FactEvent<any>> {
  readonly presences: readonly Presence<Opening>[];
  readonly findings: readonly Finding[];
}

/** A second opening needs a closing between; a presence that ends on its first day counts on no day. */
export function presencesOf<Opening extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  { opens, closes, opened, closed }: Turns<Opening>,
): Presences<Opening> {
  const presences: Presence<Opening>[] = [];
  const findings: Finding[] = [];
  let open: Presence<Opening> | undefined;
  for (const event of history) {
    if (opens(event)) {
      if (open) findings.push(finding('STATE', [event], { case: `${opened} twice`, day: event.day }));
      open ??= begin(event);
    } else if (closes(event)) {
      if (open) presences.push({ ...open, until: event.day, causes: [...open.causes, event.id] });
      else if (presences.length > 0)
        findings.push(finding('STATE', [event], { case: `${closed} twice`, day: event.day }));
      else findings.push(unopened(event, `${closed} before ${opened}`));
      open = undefined;
    }
  }
  if (open) presences.push(open);
  return { presences: presences.filter(({ from, until }) => until === null || from < until), findings };
}

const begin = <Opening extends FactEvent<any>>(opening: Opening): Presence<Opening> => ({
  opening,
  from: opening.day,
  until: null,
  place: placeOf(opening),
  causes: [opening.id],
});

const unopened = (event: FactEvent<any>, problem: string): Finding =>
  finding('MISSING_PREDECESSOR', [event], { case: problem, day: event.day });
