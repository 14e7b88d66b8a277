import type { Problem } from '@minhai/errors';
import type { Rules } from '../../../contract.js';
import type { EldercareBedChanged } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

/** A conversion is two events that share a transfer and sum to 0; a finding tells when one half is missing. */
export const rules: Rules<EldercareBedChanged> = ({ data }) => {
  const problems: Problem[] = [];
  if (data.delta === 0) problems.push(broken('/data/delta', 'a change of beds is not 0'));
  if (data.delta > data.after)
    problems.push(broken('/data/after', 'more beds were added than there are after it'));
  if (data.reason === 'CONVERSION' && data.transferId === null)
    problems.push(broken('/data/transferId', 'a conversion names its transfer'));
  if (data.reason !== 'CONVERSION' && data.transferId !== null)
    problems.push(broken('/data/transferId', 'only a conversion names a transfer'));
  if (data.dementiaStandardised && data.bedType === 'GENERAL')
    problems.push(
      broken('/data/dementiaStandardised', 'a general bed cannot meet the standard for dementia care'),
    );
  return problems;
};
