import type { Problem } from '@minhai/errors';
import type { Rules } from '../../../contract.js';
import type { SocialorgKind } from '../../../codelists.generated.js';
import type { SocialorgRegistered } from '../../../payloads.generated.js';
import { broken } from '../../../rule.js';

/** GB 32100: 5 is the civil-affairs authority, the second character the category. */
const PREFIX: Readonly<Record<SocialorgKind, string>> = {
  ASSOCIATION: '51',
  PRIVATE_NON_ENTERPRISE: '52',
  FOUNDATION: '53',
};

export const rules: Rules<SocialorgRegistered> = ({ data }) => {
  const problems: Problem[] = [];
  const prefix = PREFIX[data.kind];
  if (!data.usci.startsWith(prefix))
    problems.push(broken('/data/usci', `the identifier of this kind begins with ${prefix}`));
  if (data.usci.slice(2, 8) !== data.registrar)
    problems.push(broken('/data/registrar', 'the identifier carries another registrar'));
  return problems;
};
