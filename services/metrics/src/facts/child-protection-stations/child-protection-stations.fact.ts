import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { coverageOf, readsOfStreet } from '../covered-days.js';
import { type EventOf, ofType } from '../event-kind.js';
import { stock } from '../measure.js';
import { type TenureRules, tenuresOf } from '../tenure.js';

export const CERTIFIED = 'cn.gov.mca.child.protection.station.certified';
export const REVOKED = 'cn.gov.mca.child.protection.station.revoked';

type Certification = EventOf<typeof CERTIFIED>;
type StationEvent = Certification | EventOf<typeof REVOKED>;

const isCertification = ofType(CERTIFIED);
const isOfStation = (event: FactEvent<any>): event is StationEvent =>
  isCertification(event) || event.type === REVOKED;

/** One station to a 街镇; an assessment it does not pass ends what it had. */
const RULES: TenureRules = {
  isBegin: (event): event is Certification => isCertification(event) && event.data.passed,
  isEnd: isOfStation,
  begun: 'certified',
  ended: 'revoked',
};

/** Without a certification before it, an assessment that was not passed takes nothing away. */
function withoutFailures(history: readonly FactEvent<any>[]): StationEvent[] {
  let isCertified = false;
  return history.filter(isOfStation).filter((event) => {
    const isKept = !isCertification(event) || event.data.passed || isCertified;
    isCertified = isCertification(event) && event.data.passed;
    return isKept;
  });
}

function fold(history: readonly FactEvent<any>[], street: string): FoldResult {
  const { tenures, findings } = tenuresOf(withoutFailures(history), RULES);
  const { rows, findings: misplaced } = coverageOf(history, street, {
    measure: 'child.compliant-stations',
    dims: {},
    by: tenures,
  });
  return { rows, findings: [...findings, ...misplaced] };
}

const ofStreet = ({ data }: StationEvent): string[] => [data.street];

/** The child-protection station of a 街镇, for the days on which its certification stands. */
export const fact: FactDefinition = {
  name: 'child.protection-stations',
  titles: { zh: '街镇未成年人保护机构', en: 'Child-protection stations' },
  measures: [
    stock(
      'child.compliant-stations',
      '个',
      '规范达标的街镇未成年人保护机构',
      'Child-protection stations that meet the standard',
    ),
  ],
  reads: { [CERTIFIED]: ofStreet, [REVOKED]: ofStreet, ...readsOfStreet },
  fold,
};
