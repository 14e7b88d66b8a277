import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';

/** The valid samples of an event type, as they lie beside its schema; invented, like everything in that folder. */
export function eventSamples(type: string): readonly unknown[] {
  const folder = EVENT_FOLDERS.find((candidate) => candidate.type === type);
  return folder === undefined ? [] : readEventSamples(folder).valid.map(({ event }) => event);
}
