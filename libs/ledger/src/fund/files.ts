import { chanceOf, digestOf } from '../chance/seeded.js';
import type { Payload } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { LINES, type Saga, SAGAS } from './sagas.js';

export type Line = Payload<'fund.batch.created'>['lines'][number];

/** A saga at its place, with what it pays. */
export interface File {
  readonly district: DistrictCode;
  readonly saga: Saga;
  readonly street: string;
  readonly batchId: string;
  readonly lines: readonly Line[];
  readonly totalFen: number;
}

export function filesOf(district: DistrictCode): File[] {
  return SAGAS.map((saga) => {
    const lines = linesOf(district, saga);
    return {
      district,
      saga,
      street: DISTRICTS[district].streets[saga.number % DISTRICTS[district].streets.length]!.code,
      batchId: batchIdOf(district, saga.number),
      lines,
      totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    };
  });
}

export const batchIdOf = (district: DistrictCode, number: number): string =>
  `FF${district}-2020-${String(number).padStart(3, '0')}`;

function linesOf(district: DistrictCode, { number, linesOf: source = number, month }: Saga): Line[] {
  const chance = chanceOf(`fund|${district}|${source}`);
  return Array.from({ length: LINES }, (_, i) => {
    const caseId = `DB${district}-${String(9_000 + source * LINES + i)}`;
    return {
      line: i + 1,
      caseId,
      benefitMonth: month,
      payeeRef: `per_${digestOf(`payee|${caseId}`).toString('hex', 0, 8)}`,
      amountFen: chance.between(60, 230) * 1_000,
    };
  });
}
