import { parseMarriageWordNumber } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import type { Rules } from '../../../contract.js';
import type { MarriageDivorceRegistered } from '../../../payloads.generated.js';
import { wordNumberProblems } from '../../../marriage-word-number.js';
import { broken } from '../../../rule.js';

export const rules: Rules<MarriageDivorceRegistered> = ({ data, time }) => {
  const problems: Problem[] = wordNumberProblems(data.certWordNo, ['L'], { office: data.officeRegion, time });
  const marriage = data.marriageWordNo === null ? undefined : parseMarriageWordNumber(data.marriageWordNo);
  if (marriage && marriage.prefix !== 'J' && marriage.prefix !== 'BJ')
    problems.push(broken('/data/marriageWordNo', 'the word number of a marriage begins with J or BJ'));
  if (data.partyA === data.partyB) problems.push(broken('/data/partyB', 'the parties are two persons'));
  return problems;
};
