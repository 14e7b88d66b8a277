import type { Problem } from '@minhai/errors';
import type { Rules } from '../../../contract.js';
import type { DivisionLevel } from '../../../codelists.generated.js';
import type { RefDivisionChanged } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

const DIGITS: Readonly<Record<DivisionLevel, number>> = {
  PROVINCE: 6,
  CITY: 6,
  DISTRICT: 6,
  STREET: 9,
  VILLAGE: 12,
};

/** `310000` stands for everything that begins with `31`, `320600` with `3206`. */
const significant = (code: string): string => (code.length === 6 ? code.replace(/(00){1,2}$/, '') : code);

export const rules: Rules<RefDivisionChanged> = ({ data }) => {
  const problems: Problem[] = [];
  const digits = DIGITS[data.level];
  if (data.code.length !== digits)
    problems.push(broken('/data/code', `a code of this level has ${digits} digits`));
  if (data.level !== 'PROVINCE' && !data.code.startsWith(significant(data.parent)))
    problems.push(broken('/data/parent', 'the code does not lie below its parent'));
  if (data.validTo !== null && data.validTo < data.validFrom)
    problems.push(broken('/data/validTo', 'a division ends before it begins'));
  if (data.change === 'ABOLISHED' && data.validTo === null)
    problems.push(broken('/data/validTo', 'an abolished division has a last day'));
  if (data.change === 'MERGED' && data.successors.length === 0)
    problems.push(broken('/data/successors', 'a merged division names its successors'));
  return problems;
};
