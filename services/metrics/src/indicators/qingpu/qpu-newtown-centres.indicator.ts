import { addedInNewTown } from './new-town.js';

export const indicator = addedInNewTown({
  id: 'qpu-newtown-centres',
  order: 151,
  names: { zh: '青浦新城新增综合为老服务中心', en: 'integrated centres added in the new town' },
  about: {
    zh: '规划期内青浦新城新增的综合为老服务中心数',
    en: 'Integrated elder-service centres added in the new town in the plan period',
  },
  places: 2,
});
