import { parseMarriageWordNumber } from '@minhai/domain';
import type { Problem } from '@minhai/errors';
import type { Rules } from '../../../contract.js';
import type { MarriageCertificateReissued } from '../../../payloads.generated.js';
import { wordNumberProblems } from '../../../marriage-word-number.js';
import { broken } from '../../../rule.js';

/** A certificate may be reissued again, so the original may itself be a reissue of the same kind. */
export const rules: Rules<MarriageCertificateReissued> = ({ data, time }) => {
  const problems: Problem[] = wordNumberProblems(data.certWordNo, ['BJ', 'BL'], {
    office: data.officeRegion,
    time,
  });
  const reissue = parseMarriageWordNumber(data.certWordNo);
  const original = parseMarriageWordNumber(data.originalWordNo);
  if (reissue && original && reissue.prefix.at(-1) !== original.prefix.at(-1))
    problems.push(broken('/data/originalWordNo', 'the original is of another kind'));
  if (data.originalWordNo === data.certWordNo)
    problems.push(broken('/data/originalWordNo', 'a certificate is not its own original'));
  return problems;
};
