import type { Rules } from '../../../contract.js';
import type { CommunityGuesthallOpened } from '../../../payloads.generated.js';
import { villageInEnvelope } from '../../../rules/place-of-event.js';

const QINGPU = '310118';

export const rules: Rules<CommunityGuesthallOpened> = [
  villageInEnvelope,
  {
    name: 'rural-in-qingpu',
    pointer: '/data/kind',
    zh: '青浦区睦邻客堂间设在村',
    en: 'in Qingpu guest halls stand in villages',
    holds: ({ data, regionId }) => regionId !== QINGPU || data.kind === 'VILLAGERS',
  },
];
