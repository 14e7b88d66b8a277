import type { ConsumedPosition, RecordedEvent } from '@minhai/facts/store';
import type { LakeReader } from '../consume/lake.reader.js';

const PAGE_EVENTS = 5_000;

/** The events of every partition up to its position, page by page. */
export async function* eventsUntil(
  lake: LakeReader,
  positions: readonly ConsumedPosition[],
): AsyncGenerator<RecordedEvent> {
  for (const { domain, partition, position } of positions) {
    for (let from = 1; from <= position;) {
      const page = await lake.page({ domain, partition, from, to: position + 1 }, PAGE_EVENTS);
      yield* page;
      from = page.length === 0 ? position + 1 : page.at(-1)!.position + 1;
    }
  }
}
