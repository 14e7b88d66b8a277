import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';
import type { EventTypeDescription } from './describe-event-type.js';

/** The samples of an event type, as they lie beside its schema; invented, like everything in that folder. */
export function eventSamples(type: string): Pick<EventTypeDescription, 'samples' | 'refused'> {
  const folder = EVENT_FOLDERS.find((candidate) => candidate.type === type);
  if (folder === undefined) return { samples: [], refused: [] };
  const { valid, refused } = readEventSamples(folder);
  const plainFirst = [...valid].sort((a, b) => Number(b.name === 'plain') - Number(a.name === 'plain'));
  return {
    samples: plainFirst,
    refused: refused.map(({ name, code, rule, pointer, event }) => ({
      name,
      code,
      rule: rule ?? null,
      pointer,
      event,
    })),
  };
}
