import { type GeneratedObject, VIEW_READERS } from '@minhai/postgres';

/** Whoever reads the figures reads where they stand. */
export const progressReaders: GeneratedObject = {
  name: 'gold.progress_readers',
  create: `GRANT SELECT ON gold.indicator_progress, gold.indicator_series TO ${VIEW_READERS}`,
  drop: '',
};
