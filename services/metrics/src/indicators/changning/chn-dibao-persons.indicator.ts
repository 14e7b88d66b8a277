import type { IndicatorDefinition } from '../definition.js';
import { DIBAO_PERSONS } from '../families/dibao.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DIBAO_PERSONS,
  id: 'chn-dibao-persons',
  district: CHANGNING,
  order: 203,
  source: changningPlan('三（一）社会救助体系', '应助尽助、应帮尽帮'),
};
