import { addedInNewTown } from './new-town.js';

export const indicator = addedInNewTown({
  id: 'qpu-newtown-meal',
  order: 153,
  names: { zh: '青浦新城新增助餐服务点', en: 'meal sites added in the new town' },
  about: {
    zh: '规划期内青浦新城新增的助餐服务点数',
    en: 'Meal sites added in the new town in the plan period',
  },
  places: 5,
});
