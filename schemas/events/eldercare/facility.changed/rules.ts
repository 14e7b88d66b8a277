import type { Rules } from '../../../contract.js';
import type { EldercareFacilityChanged } from '../../../payloads.generated.js';
import { renamedGivesName, relocatedGivesStreet } from '../../../rules/change.js';

/** The reason says which field must carry the new value. */
export const rules: Rules<EldercareFacilityChanged> = [
  renamedGivesName,
  {
    name: 'relocated-gives-site',
    pointer: '/data/siteId',
    zh: '迁址须填新场所编号',
    en: 'a move gives the new site',
    holds: ({ data }) => data.reason !== 'RELOCATED' || data.siteId !== null,
  },
  relocatedGivesStreet,
  {
    name: 'area-changed-gives-area',
    pointer: '/data/floorAreaM2',
    zh: '面积调整须填新建筑面积',
    en: 'a change of area gives the new area',
    holds: ({ data }) => data.reason !== 'AREA_CHANGED' || data.floorAreaM2 !== null,
  },
  {
    name: 'converted-gives-function',
    pointer: '/data/kind',
    zh: '功能调整须填新类型、级别或是否分中心',
    en: 'a conversion gives the new kind, level or whether it is a branch',
    holds: ({ data }) =>
      data.reason !== 'CONVERTED' || data.kind !== null || data.level !== null || data.isBranch !== null,
  },
  {
    name: 'operator-changed-gives-operator',
    pointer: '/data/operatorType',
    zh: '运营方变更须填新运营主体类型、统一社会信用代码或连锁品牌',
    en: 'a change of operator gives its type, its identifier or its chain',
    holds: ({ data }) =>
      data.reason !== 'OPERATOR_CHANGED' ||
      data.operatorType !== null ||
      data.operatorUsci !== null ||
      data.chainBrand !== null,
  },
];
