import type { IndicatorDefinition } from '../definition.js';
import { MILESTONES_COMPLETED } from '../families/milestones.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...MILESTONES_COMPLETED(
    'onekey-registration',
    'onekey-rescue',
    'onekey-taxi',
    'onekey-meal',
    'onekey-consultation',
  ),
  id: 'chn-onekey-functions-live',
  district: CHANGNING,
  order: 120,
  names: { zh: '一键通功能落地', en: 'one-key functions live' },
  target: {
    literal: '一键挂号、一键救援、一键打车、一键助餐、一键咨询等功能落地',
    comparator: 'gte',
    value: '5',
    year: 2025,
  },
  source: changningPlan(
    '三（二）社会福利服务体系',
    '一键挂号、一键救援、一键打车、一键助餐、一键咨询等功能落地',
  ),
};
