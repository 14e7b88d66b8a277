import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { SocialorgStockReported } from '../../../payloads.generated.js';
import { regionInEnvelope } from '../../../rules/place-of-event.js';

export const rules: Rules<SocialorgStockReported> = [
  regionInEnvelope,
  {
    name: 'event-on-its-day',
    pointer: '/data/asOf',
    zh: '截止日期与事件时间为同一日',
    en: 'the stock is that of the day of the event',
    holds: ({ data, time }) => data.asOf === dayOf(time),
  },
];
