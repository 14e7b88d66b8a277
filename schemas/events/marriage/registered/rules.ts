import type { Problem } from '@minhai/errors';
import type { Rules } from '../../../contract.js';
import type { MarriageRegistered } from '../../../payloads.generated.js';
import { wordNumberProblems } from '../../../marriage-word-number.js';
import { broken } from '../../../rule.js';

export const rules: Rules<MarriageRegistered> = ({ data, time }) => {
  const problems: Problem[] = wordNumberProblems(data.certWordNo, ['J'], { office: data.officeRegion, time });
  if (data.partyA === data.partyB) problems.push(broken('/data/partyB', 'the parties are two persons'));
  return problems;
};
