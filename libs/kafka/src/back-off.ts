/** Delay before attempt `failures` + 1: doubles up to `longest`, half of it random so that callers do not come in step. */
export const backOff = (
  failures: number,
  [first, longest]: readonly [first: number, longest: number],
  random: () => number,
): number => {
  const full = Math.min(longest, first * 2 ** Math.min(failures, 30));
  return full / 2 + (full / 2) * random();
};
