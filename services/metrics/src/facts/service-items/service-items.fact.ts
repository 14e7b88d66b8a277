import { monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { flow } from '../measure.js';
import { isMonthKey, monthKey } from '../monthly-report.js';
import { ACCEPTED, COMPLETED, foldCase } from './service-case.js';
import { REPORTED, foldMonth } from './service-month.js';

type CaseEvent = EventOf<typeof ACCEPTED | typeof COMPLETED>;

const ofCase = (event: CaseEvent): string[] => [
  `case:${event.data.serviceNo}`,
  monthKey(event.regionId, monthOf(event.day)),
];

const fold = (history: readonly FactEvent<any>[], entity: string): FoldResult =>
  isMonthKey(entity) ? foldMonth(history) : foldCase(history);

/** Service items accepted and completed, in the district or across districts and provinces. */
export const fact: FactDefinition = {
  name: 'service.items',
  titles: { zh: '事项受理与办结', en: 'Service items' },
  measures: [
    flow('service.items-accepted', '件', '受理事项', 'Items accepted, by channel and reach'),
    flow('service.items-completed', '件', '办结事项', 'Items completed, by outcome and reach'),
  ],
  reads: {
    [ACCEPTED]: ofCase,
    [COMPLETED]: ofCase,
    [REPORTED]: ({ regionId, data }: EventOf<typeof REPORTED>) => [monthKey(regionId, data.period)],
  },
  fold,
};
