import type { FactEvent } from '@minhai/facts';

/** In the order in which events were recorded; of those recorded together the greater id is the later. */
export const byRecording = (a: FactEvent<any>, b: FactEvent<any>): number =>
  a.recordedTime - b.recordedTime || (a.id < b.id ? -1 : 1);

/** Of several reports on the same, which must be some, the one that holds: that recorded last. */
export const lastRecorded = <Report extends FactEvent<any>>(reports: readonly Report[]): Report =>
  reports.reduce((a, b) => (byRecording(a, b) < 0 ? b : a));
