import { dayOf } from '@minhai/domain';
import type { Rules } from '../../../contract.js';
import type { EldercareInspectionCompleted } from '../../../payloads.generated.js';

export const rules: Rules<EldercareInspectionCompleted> = [
  {
    name: 'passed-without-defects',
    pointer: '/data/defects',
    zh: '检查合格则问题数为 0',
    en: 'who passed has no defects',
    holds: ({ data }) => data.result !== 'PASSED' || data.defects === 0,
  },
  {
    name: 'failed-with-defects',
    pointer: '/data/defects',
    zh: '未合格则至少有一个问题',
    en: 'who did not pass has a defect',
    holds: ({ data }) => data.result === 'PASSED' || data.defects > 0,
  },
  {
    name: 'correction-has-due-day',
    pointer: '/data/dueOn',
    zh: '限期整改须填整改期限',
    en: 'what is to be corrected has a day to be corrected by',
    holds: ({ data }) => data.result !== 'TO_CORRECT' || data.dueOn !== null,
  },
  {
    name: 'due-after-inspection',
    pointer: '/data/dueOn',
    zh: '整改期限不早于检查日',
    en: 'nothing is due before the inspection',
    holds: ({ data, time }) => data.dueOn === null || data.dueOn >= dayOf(time),
  },
];
