import { lastDayOfMonth } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { VolunteerServiceReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';
import { eventInPeriod } from '../../../rules/reporting-period.js';

const daysOf = (month: string): number => Number(lastDayOfMonth(month).slice(8));

export const rules: Rules<VolunteerServiceReported> = [
  regionInEnvelope,
  eventInPeriod,
  {
    name: 'scope-of-region',
    pointer: '/data/scopeId',
    zh: '口径为街镇或区的，填该区划代码',
    en: 'figures of a whole region carry its code',
    holds: ({ data }) => data.scope !== 'REGION' || data.scopeId === data.region,
  },
  {
    name: 'scope-of-base',
    pointer: '/data/scopeId',
    zh: '口径为公益基地的，填基地编号',
    en: 'figures of a base carry its number, not the code of the region',
    holds: ({ data }) => data.scope !== 'BASE' || data.scopeId !== data.region,
  },
  {
    name: 'minutes-of-persons',
    pointer: '/data/minutes',
    zh: '每人至少服务 1 分钟',
    en: 'everybody counted served for a minute at least, and nobody for none',
    holds: ({ data }) => data.minutes >= data.persons && (data.persons > 0 || data.minutes === 0),
  },
  {
    name: 'minutes-within-month',
    pointer: '/data/minutes',
    zh: '每人每天不超过 1440 分钟',
    en: 'nobody serves for more than 1440 minutes a day',
    holds: ({ data }) => data.persons === 0 || data.minutes <= data.persons * 1440 * daysOf(data.period),
  },
];
