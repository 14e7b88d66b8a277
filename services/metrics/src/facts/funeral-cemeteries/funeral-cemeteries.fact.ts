import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import type { FuneralCemeteryFunction } from '@minhai/schemas';
import { type EventOf, ofType } from '../event-kind.js';
import { unpreceded } from '../finding.js';
import { groupBy } from '../group-by.js';
import { stock } from '../measure.js';
import { once } from '../once.js';
import { flowRow } from '../row.js';

export const ENABLED = 'cn.gov.mca.funeral.cemetery.function.enabled';
export const FACILITY_OPENED = 'cn.gov.mca.funeral.facility.opened';
export const ZONE_OPENED = 'cn.gov.mca.funeral.zone.opened';

/** S004: 业务信息化办理、祭扫统计监控、网上祭奠、网上预约预订. */
const FUNCTIONS: readonly FuneralCemeteryFunction[] = [
  'BUSINESS',
  'MEMORIAL_MONITORING',
  'ONLINE_MEMORIAL',
  'ONLINE_BOOKING',
];

type Enabling = EventOf<typeof ENABLED>;
type Opening = EventOf<typeof FACILITY_OPENED> | EventOf<typeof ZONE_OPENED>;

const isEnabled = ofType(ENABLED);
const isOpening = (event: FactEvent<any>): event is Opening => !isEnabled(event);

/** A cemetery is commercial by its own record or by that of one of its zones, whichever is first. */
const isCommercial = (event: Opening): boolean =>
  event.data.kind === 'COMMERCIAL_CEMETERY' || event.data.kind === 'COMMERCIAL';

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const openings = history.filter(isOpening);
  const cemetery = openings.find(isCommercial);
  const enablings = [...groupBy(history.filter(isEnabled), ({ data }) => data.function).values()].map(
    (same) => once(same, 'function enabled twice'),
  );
  const firsts = enablings.map(({ first }) => first!);
  return {
    rows: cemetery ? rowsOf(cemetery, firsts) : [],
    findings: [
      ...enablings.flatMap(({ findings }) => findings),
      ...(openings.length > 0 ? [] : firsts.map(ofNoCemetery)),
    ],
  };
}

const ofNoCemetery = (enabling: Enabling) => unpreceded(enabling, 'function of an unknown cemetery');

/** `enablings` in the order of time, the first of each function. */
function rowsOf(cemetery: Opening, enablings: readonly Enabling[]): FactRow[] {
  const since = (enabling: Enabling, measure: string, dims: FactRow['dims']): FactRow => ({
    ...flowRow(cemetery, measure, dims),
    validFrom: enabling.day > cemetery.day ? enabling.day : cemetery.day,
  });
  const isComplete = FUNCTIONS.every((one) => enablings.some(({ data }) => data.function === one));
  const last = enablings.at(-1);
  return [
    flowRow(cemetery, 'funeral.commercial-cemeteries', {}),
    ...enablings.map((enabling) => ({
      ...since(enabling, 'funeral.cemetery-functions', { function: enabling.data.function }),
      causes: [cemetery.id, enabling.id],
    })),
    ...(isComplete && last
      ? [
          {
            ...since(last, 'funeral.digital-cemeteries', {}),
            causes: [cemetery.id, ...enablings.map(({ id }) => id)],
          },
        ]
      : []),
  ];
}

/** Commercial cemeteries and their four digital functions; with all four a cemetery is digital. */
export const fact: FactDefinition = {
  name: 'funeral.cemeteries',
  titles: { zh: '经营性公墓信息化', en: 'Digital functions of commercial cemeteries' },
  measures: [
    stock('funeral.commercial-cemeteries', '家', '经营性公墓', 'Commercial cemeteries'),
    stock(
      'funeral.cemetery-functions',
      '项',
      '经营性公墓已启用的信息化功能',
      'Digital functions in use, by function',
    ),
    stock(
      'funeral.digital-cemeteries',
      '家',
      '四项功能齐备的经营性公墓',
      'Commercial cemeteries with all four functions',
    ),
  ],
  reads: {
    [ENABLED]: ({ data }: Enabling) => [data.cemeteryId],
    [ZONE_OPENED]: ({ data }: EventOf<typeof ZONE_OPENED>) => [data.cemeteryId],
    [FACILITY_OPENED]: ({ data }: EventOf<typeof FACILITY_OPENED>) =>
      data.kind === 'COMMERCIAL_CEMETERY' || data.kind === 'PUBLIC_CEMETERY' ? [data.facilityId] : [],
  },
  fold,
};
