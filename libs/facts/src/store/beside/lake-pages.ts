import { RetryableError } from '@minhai/errors';
import { awaitedLater } from '../awaited-later.js';
import type { PositionedEvent } from '../fact-engine.js';
import type { ConsumedPosition } from '../rebuild.js';

/** Events of a page, and entries of the history. */
export const PAGE = 5_000;

export interface PageRequest {
  readonly domain: string;
  readonly partition: number;
  /** First position wanted, and the first not wanted. */
  readonly from: number;
  readonly to: number;
}

/** Every accepted event, by position. */
export interface Lake {
  page(request: PageRequest, limit: number): Promise<readonly PositionedEvent[]>;
}

/** From position `first` to that of the target; the next page is read while this one is written. */
export async function* lakePages(
  lake: Lake,
  { domain, partition, position }: ConsumedPosition,
  first: number,
): AsyncGenerator<readonly PositionedEvent[]> {
  const read = (from: number) => awaitedLater(lake.page({ domain, partition, from, to: position + 1 }, PAGE));
  let following = read(first);
  for (let from = first; from <= position;) {
    const page = await following;
    if (page[0]?.position !== from)
      throw new RetryableError(
        'UNAVAILABLE',
        `position ${from} of ${domain}/${partition} is not in the lake`,
      );
    from = page.at(-1)!.position + 1;
    if (from <= position) following = read(from);
    yield page;
  }
  await following;
}
