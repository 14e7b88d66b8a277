import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';
import type { SampleEvent } from './sample-event.js';

const read = new Map<string, readonly SampleEvent[]>();

/** The valid samples beside the schema of a type, read once; empty for a type that is not in the catalogue. */
export function validSamples(type: string): readonly SampleEvent[] {
  let samples = read.get(type);
  if (!samples) {
    const folder = EVENT_FOLDERS.find((candidate) => candidate.type === type);
    samples = folder
      ? readEventSamples(folder).valid.map(({ event }) => event as unknown as SampleEvent)
      : [];
    read.set(type, samples);
  }
  return samples;
}
