/** A duration as a person says it: 0.8 s, 12 s, 3 min 05 s. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** A count with thin grouping: 12,345. */
export const formatCount = (count: number): string => Math.round(count).toLocaleString('en-US');
