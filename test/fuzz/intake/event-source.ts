import { loadCatalogue } from '@minhai/events';
import { eventStream, seededRandom, type Random, type SampleEvent } from '@minhai/samples';

/** Valid events of all types in turn, without end, the same for the same seed. */
export function* allTypes(seed: string, now: number): Generator<SampleEvent, never> {
  const random: Random = seededRandom(seed);
  const streams = loadCatalogue()
    .all()
    .map(({ type }) => eventStream(type, { random, now }));
  for (;;) for (const stream of streams) yield stream.next().value;
}

export function take<T>(source: Iterator<T>, count: number): T[] {
  return Array.from({ length: count }, () => source.next().value as T);
}

/** In parts of at most `size`. */
export function* parts<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
