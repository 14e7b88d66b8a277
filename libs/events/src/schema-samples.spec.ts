import { EVENT_FOLDERS, readEventSamples, type RefusedSample, type ValidSample } from '@minhai/schemas';

/** A sample with its type; the name is `<domain>/<name>/<sample>`. */
export type Sample<S extends ValidSample> = S & { readonly type: string };

const SAMPLES = EVENT_FOLDERS.map((folder) => {
  const { valid, refused } = readEventSamples(folder);
  const label = <S extends ValidSample>(sample: S): Sample<S> => ({
    ...sample,
    type: folder.type,
    name: `${folder.domain}/${folder.name}/${sample.name}`,
  });
  return { valid: valid.map(label), refused: refused.map(label) };
});

export const VALID_SAMPLES: readonly Sample<ValidSample>[] = SAMPLES.flatMap(({ valid }) => valid);

export const REFUSED_SAMPLES: readonly Sample<RefusedSample>[] = SAMPLES.flatMap(({ refused }) => refused);

/** Samples were written for the years 2020 to 2025; judging them does not depend on today. */
export const NOW = Date.parse('2026-01-01T00:00:00+08:00');
