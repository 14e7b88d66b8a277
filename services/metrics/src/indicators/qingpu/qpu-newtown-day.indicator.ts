import { addedInNewTown } from './new-town.js';

export const indicator = addedInNewTown({
  id: 'qpu-newtown-day',
  order: 152,
  names: { zh: '青浦新城新增日间服务中心', en: 'day-service centres added in the new town' },
  about: {
    zh: '规划期内青浦新城新增的日间服务中心数',
    en: 'Day-service centres added in the new town in the plan period',
  },
  places: 3,
});
