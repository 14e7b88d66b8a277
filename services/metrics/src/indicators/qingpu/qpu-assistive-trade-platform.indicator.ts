import type { IndicatorDefinition } from '../definition.js';
import { ASSISTIVE_PROJECTS } from '../families/assistive.js';
import { QINGPU, qingpuPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...ASSISTIVE_PROJECTS('TRADE_PLATFORM', {
    zh: '国际康复辅助器具产品集成交易服务平台数',
    en: 'International trade platforms for assistive devices',
  }),
  id: 'qpu-assistive-trade-platform',
  district: QINGPU,
  order: 150,
  names: {
    zh: '国际康复辅助器具产品集成交易服务平台',
    en: 'international trade platform for assistive devices',
  },
  base: null,
  target: { literal: '1 个', comparator: 'gte', value: '1', year: 2025 },
  source: qingpuPlan('三（二）4', '建设 1 个国际康复辅助器具产品集成交易服务平台'),
};
