import type { AssistiveProjectKind } from '@minhai/schemas';
import type { IndicatorDefinition } from '../definition.js';
import type { Family } from './family.js';

const COUNT = { decimals: 0, property: 'text', breakdown: null, denominator: null, factor: 1 } as const;

/** Projects of one kind; parks are built with neighbours in the delta and count wherever they lie. */
export const ASSISTIVE_PROJECTS = (
  kind: AssistiveProjectKind,
  definition: IndicatorDefinition['definition'],
): Family<'property'> => ({
  ...COUNT,
  definition,
  unit: '个',
  kind: 'MILE',
  numerator: [{ measure: 'assistive.projects', where: { kind: [kind] } }],
});

export const ASSISTIVE_CONSULTANTS: Family<'property'> = {
  ...COUNT,
  definition: {
    zh: '累计取得康复辅助技术咨询师证书的人数（一人多证只计一次）',
    en: 'Persons ever certified as consultants of assistive technology; a person once',
  },
  unit: '名',
  kind: 'CUM',
  numerator: [{ measure: 'assistive.consultants' }],
};
