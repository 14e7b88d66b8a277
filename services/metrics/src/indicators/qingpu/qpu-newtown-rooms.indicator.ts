import { addedInNewTown } from './new-town.js';

export const indicator = addedInNewTown({
  id: 'qpu-newtown-rooms',
  order: 154,
  names: { zh: '青浦新城新增标准化老年活动室', en: 'activity rooms added in the new town' },
  about: {
    zh: '规划期内青浦新城新增的标准化老年活动室数',
    en: 'Standard activity rooms added in the new town in the plan period',
  },
  places: 19,
});
