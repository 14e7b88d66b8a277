import type { BusinessMonth } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';

export const ALLOWANCE = 'cn.gov.mca.eldercare.allowance.paid';
export const HOMECARE = 'cn.gov.mca.eldercare.homecare.granted';
export const DISABILITY = 'cn.gov.mca.disability.subsidy.granted';

export type Benefit = EventOf<typeof ALLOWANCE | typeof HOMECARE | typeof DISABILITY>;

/** What a person receives, and for which month, or from which on. */
export const BENEFITS: Readonly<Record<string, (data: any) => { month: BusinessMonth; words: string }>> = {
  [ALLOWANCE]: ({ period }: EventOf<typeof ALLOWANCE>['data']) => ({
    month: period,
    words: 'allowance paid',
  }),
  [HOMECARE]: ({ fromMonth }: EventOf<typeof HOMECARE>['data']) => ({
    month: fromMonth,
    words: 'home care granted',
  }),
  [DISABILITY]: ({ fromMonth }: EventOf<typeof DISABILITY>['data']) => ({
    month: fromMonth,
    words: 'disability subsidy granted',
  }),
};

export const isBenefit = (event: FactEvent<any>): event is Benefit => event.type in BENEFITS;
