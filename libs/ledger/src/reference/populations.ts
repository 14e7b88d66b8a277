import type { PopulationMeasure } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from './districts.js';

export interface Population {
  readonly measure: PopulationMeasure;
  readonly value: number;
  readonly source: string;
  /** Chosen so that a published rate follows from published counts; nobody published the number itself. */
  readonly synthetic: boolean;
  readonly trap?: TrapNote;
}

export const POPULATIONS_AS_OF = '2020-12-31';

const CALIBRATED = '校准值：由规划公布的比率与数量反推';
const NO_BASE_DEPENDS_ON_IT = '占位值：没有任何基数依赖它';

/** Denominators of both districts at the end of 2020. */
export const POPULATIONS: Readonly<Record<DistrictCode, readonly Population[]>> = {
  '310105': [
    {
      measure: 'HUKOU_60P',
      value: 218_900,
      source: CALIBRATED,
      synthetic: true,
      trap: {
        name: 'population-corrected',
        expectation: 'first published as 219 800 (digits swapped); 218 900 from 2021-02-22 on',
        mishap: { kind: 'corrected', first: { value: 219_800 }, correctedOn: '2021-02-22' },
      },
    },
    { measure: 'HUKOU_POP', value: 587_407, source: CALIBRATED, synthetic: true },
    {
      measure: 'RESIDENT_POP',
      value: 693_051,
      source: '第七次全国人口普查（2020-11-01），未核对',
      synthetic: false,
    },
    { measure: 'FAMILY_HOUSEHOLDS', value: 280_000, source: NO_BASE_DEPENDS_ON_IT, synthetic: true },
  ],
  '310118': [
    { measure: 'HUKOU_60P', value: 165_000, source: NO_BASE_DEPENDS_ON_IT, synthetic: true },
    { measure: 'HUKOU_POP', value: 500_000, source: NO_BASE_DEPENDS_ON_IT, synthetic: true },
    {
      measure: 'RESIDENT_POP',
      value: 1_271_424,
      source: '青浦区第七次全国人口普查主要数据公报（第一号）',
      synthetic: false,
    },
    {
      measure: 'FAMILY_HOUSEHOLDS',
      value: 519_276,
      source: '青浦区第七次全国人口普查主要数据公报（第一号）',
      synthetic: false,
      trap: {
        name: 'population-delivered-twice',
        expectation: 'same id, same bytes: 519 276 once',
        mishap: { kind: 'delivered-twice', again: '2021-01-12' },
      },
    },
  ],
};
