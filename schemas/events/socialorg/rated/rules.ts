import type { Rules } from '../../../contract.js';
import type { SocialorgRated } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

export const rules: Rules<SocialorgRated> = ({ data }) =>
  data.validTo < data.ratedOn ? [broken('/data/validTo', 'a rating ends before it begins')] : [];
