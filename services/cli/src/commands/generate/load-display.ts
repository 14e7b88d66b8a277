import { formatCount, formatDuration } from '../../terminal/duration.js';

export interface LoadProgress {
  readonly sent: number;
  readonly accepted: number;
  readonly refused: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** `4,000 of 10,000 sent · 998/s · 4,000 accepted · 0 refused · 6.0 s left` */
export function loadLine({ sent, accepted, refused, total, elapsedMs }: LoadProgress): string {
  const perSecond = elapsedMs > 0 ? (sent * 1000) / elapsedMs : 0;
  return [
    `${formatCount(sent)} of ${formatCount(total)} sent`,
    `${formatCount(perSecond)}/s`,
    `${formatCount(accepted)} accepted`,
    `${formatCount(refused)} refused`,
    ...(perSecond > 0 && sent < total ? [`${formatDuration(((total - sent) / perSecond) * 1000)} left`] : []),
  ].join(' · ');
}
