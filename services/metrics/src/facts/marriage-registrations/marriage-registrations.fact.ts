import { UNKNOWN_STREET } from '@minhai/domain';
import type {
  FactDefinition,
  FactEvent,
  FactRow,
  Finding,
  FoldResult,
  MeasureDefinition,
} from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';

const REGISTERED = 'cn.gov.mca.marriage.registered';
const DIVORCED = 'cn.gov.mca.marriage.divorce.registered';
const REISSUED = 'cn.gov.mca.marriage.certificate.reissued';

const MEASURE_OF: Readonly<Record<string, string>> = {
  [REGISTERED]: 'marriage.registered',
  [DIVORCED]: 'marriage.divorces-registered',
};

type Registration = EventOf<typeof REGISTERED | typeof DIVORCED>;

/** One word number is one registration. A certificate issued again is a paper, not a marriage. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const [registration, ...further] = history.filter(
    (event): event is Registration => event.type in MEASURE_OF,
  );
  const reissues = history.filter(({ type }) => type === REISSUED);
  const findings = further.map(registeredTwice);
  if (!registration) return { rows: [], findings: reissues.map(withoutOriginal) };
  return { rows: [rowOf(registration)], findings };
}

const rowOf = (event: Registration): FactRow => ({
  measure: MEASURE_OF[event.type]!,
  district: event.data.officeRegion,
  street: event.streetId?.startsWith(event.data.officeRegion) ? event.streetId : UNKNOWN_STREET,
  dims: { kind: event.data.kind },
  amount: 1,
  validFrom: event.day,
  validUntil: null,
  causes: [event.id],
});

const registeredTwice = (event: Registration): Finding =>
  finding('STATE', [event], { case: 'word number used twice', day: event.day });

/** The original may be older than the lake. */
const withoutOriginal = (event: FactEvent): Finding =>
  finding('MISSING_PREDECESSOR', [event], { case: 'reissued without original', day: event.day }, 'info');

const flow = (name: string, zh: string, en: string): MeasureDefinition => ({
  name,
  kind: 'flow',
  unit: '对',
  scale: 0,
  titles: { zh, en },
});

/** Marriages and divorces registered, counted at the office that registered them. */
export const fact: FactDefinition = {
  name: 'marriage.registrations',
  titles: { zh: '婚姻登记', en: 'Marriage registrations' },
  measures: [
    flow('marriage.registered', '结婚登记', 'Marriages registered'),
    flow('marriage.divorces-registered', '离婚登记', 'Divorces registered'),
  ],
  reads: {
    [REGISTERED]: ({ data }: EventOf<typeof REGISTERED>) => [data.certWordNo],
    [DIVORCED]: ({ data }: EventOf<typeof DIVORCED>) => [data.certWordNo],
    [REISSUED]: ({ data }: EventOf<typeof REISSUED>) => [data.originalWordNo],
  },
  fold,
};
