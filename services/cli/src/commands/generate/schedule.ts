/** What a load is: so many events a second until so many are sent. */
export interface Load {
  /** Events a second. */
  readonly rate: number;
  readonly total: number;
}

/** The load the options ask for; ten seconds when they say neither how long nor how many. */
export const loadOf = (rate: number, options: { seconds?: number; count?: number }): Load => ({
  rate,
  total: options.count ?? Math.max(1, Math.round(rate * (options.seconds ?? 10))),
});

/** How many events are due after so long, of which some have been sent; never more than `most` at once. */
export function dueNow({ rate, total }: Load, elapsedMs: number, sent: number, most: number): number {
  const wanted = Math.min(total, Math.ceil((rate * elapsedMs) / 1000));
  return Math.max(0, Math.min(most, wanted - sent));
}
