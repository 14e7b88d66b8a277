import type { RefDivisionChanged } from '@minhai/schemas';
import { factEvent } from '@minhai/testing';

/** A change of a 街镇 of 310105 from a day on; registered on that day. */
export const street = (
  code: string,
  validFrom = '1990-01-01',
  change: RefDivisionChanged['change'] = 'ESTABLISHED',
) =>
  factEvent<RefDivisionChanged>(
    'cn.gov.mca.ref.division.changed',
    {
      code,
      name: '示例街道',
      level: 'STREET',
      parent: '310105',
      urbanRuralCode: null,
      validFrom,
      validTo: null,
      successors: [],
      change,
    },
    { time: validFrom },
  );
