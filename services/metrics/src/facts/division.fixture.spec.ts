import type { RefDivisionChanged } from '@minhai/schemas';
import { factEvent } from '@minhai/testing';

/** A change of a division, 街镇 310105001 unless said otherwise; registered on its first day. */
export const divisionChange = (
  change: Partial<RefDivisionChanged> & Pick<RefDivisionChanged, 'change' | 'validFrom'>,
) =>
  factEvent<RefDivisionChanged>(
    'cn.gov.mca.ref.division.changed',
    {
      code: '310105001',
      name: '示例街道',
      level: 'STREET',
      parent: '310105',
      urbanRuralCode: null,
      validTo: null,
      successors: [],
      ...change,
    },
    { time: change.validFrom },
  );

/** A change of a 街镇 of 310105 from a day on. */
export const street = (
  code: string,
  validFrom = '1990-01-01',
  change: RefDivisionChanged['change'] = 'ESTABLISHED',
) => divisionChange({ code, validFrom, change });
