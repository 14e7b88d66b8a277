import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { RefPopulationPublished } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

export const rules: Rules<RefPopulationPublished> = ({ data, recordedTime }) =>
  data.asOf > dayOf(recordedTime)
    ? [broken('/data/asOf', 'a figure cannot be published before its day')]
    : [];
