import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { phasesOf } from '../bed-capacity/institution-phases.js';
import { type EventOf, ofType } from '../event-kind.js';
import { ofInstitution, outsideOpening, readsOfLife, rowsWhileOpen } from '../institution-life.js';
import { stock } from '../measure.js';
import { newestInForce } from '../newest-in-force.js';

const SWITCHED = 'cn.gov.mca.eldercare.safety.monitoring.changed';

type Switched = EventOf<typeof SWITCHED>;

const isSwitched = ofType(SWITCHED);

/** Each state holds until the next one is reported. */
const spanOf = ({ day }: Switched) => ({ from: day, until: null });

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { phases } = phasesOf(history);
  const switched = history.filter(isSwitched);
  const online = newestInForce(switched, spanOf).filter(({ decision }) => decision.data.online);
  return {
    rows: online.flatMap((state) =>
      rowsWhileOpen(state, phases, {
        measure: 'eldercare.monitored-institutions',
        dims: { hours24: String(state.decision.data.hours24) },
      }),
    ),
    findings: switched.flatMap((event) => outsideOpening(event, event.day, phases, 'monitoring changed')),
  };
}

/** Institutions whose safety monitoring is online, and those of them that are watched round the clock. */
export const fact: FactDefinition = {
  name: 'eldercare.safety-monitoring',
  titles: { zh: '养老机构安全值守', en: 'Safety monitoring of institutions' },
  measures: [
    stock(
      'eldercare.monitored-institutions',
      '家',
      '安全监控在线的养老机构（按是否24小时自动值守）',
      'Open institutions with monitoring online, by whether they are watched round the clock',
    ),
  ],
  reads: { ...readsOfLife, [SWITCHED]: ofInstitution },
  fold,
};
