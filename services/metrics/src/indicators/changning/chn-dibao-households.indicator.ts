import type { IndicatorDefinition } from '../definition.js';
import { DIBAO_HOUSEHOLDS } from '../families/dibao.js';
import { CHANGNING, changningPlan } from '../plans.js';

export const indicator: IndicatorDefinition = {
  ...DIBAO_HOUSEHOLDS,
  id: 'chn-dibao-households',
  district: CHANGNING,
  order: 204,
  source: changningPlan('三（一）社会救助体系', '应助尽助、应帮尽帮'),
};
