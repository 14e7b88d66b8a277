import { districtOf, provinceOf } from '@minhai/domain';

export type Reach = 'LOCAL' | 'CROSS_DISTRICT' | 'CROSS_PROVINCE';

/** 跨区 or 跨省通办: whether what one region accepts another handles. */
export const reachOf = (acceptingRegion: string, handlingRegion: string): Reach =>
  provinceOf(acceptingRegion) !== provinceOf(handlingRegion)
    ? 'CROSS_PROVINCE'
    : districtOf(acceptingRegion) === districtOf(handlingRegion)
      ? 'LOCAL'
      : 'CROSS_DISTRICT';
