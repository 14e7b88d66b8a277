import { formatDecimal, parseDecimal, subtractDecimals } from '@minhai/domain';

/** after − before, of figures as they are printed; null when there is none of either. */
export const difference = (before: string | null, after: string | null): string | null =>
  before === null || after === null
    ? null
    : formatDecimal(subtractDecimals(parseDecimal(after)!, parseDecimal(before)!));
