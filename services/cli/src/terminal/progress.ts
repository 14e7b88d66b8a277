import { formatCount, formatDuration } from './duration.js';

/** What a progress line says, as a pure function of what has been counted. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  /** Unknown for a stream. */
  readonly total?: number | undefined;
  readonly elapsedMs: number;
}

const BAR_COLUMNS = 20;

/** `ledger  ████░░░░  42 %  12,000 of 28,500  3,100/s  5.3 s left` */
export function progressLine({ label, done, total, elapsedMs }: Progress): string {
  const perSecond = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const rate = `${formatCount(perSecond)}/s`;
  if (total === undefined || total <= 0) return [label, formatCount(done), rate].join('  ');
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_COLUMNS);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_COLUMNS - filled);
  const left =
    perSecond > 0 && done < total ? [`${formatDuration(((total - done) / perSecond) * 1000)} left`] : [];
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return [label, bar, percent, `${formatCount(done)} of ${formatCount(total)}`, rate, ...left].join('  ');
}
