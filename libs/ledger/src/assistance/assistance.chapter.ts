import {
  addMonths,
  type BusinessDay,
  type BusinessMonth,
  firstDayOfMonth,
  monthOf,
  monthsBetween,
} from '@minhai/domain';
import { at, workingDayBetween, workingDayFrom } from '../chance/calendar.js';
import { type Chance, chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join } from '../posting/chapter.js';
import { type Draft, type Payload, registrationAfter, type TypeName } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { type Case, casesOf } from './cases.js';
import type { Change, Lot } from './lots.js';

/** Monthly standard for one person, fen: sample values, not the published standards. */
const STANDARD_FEN = { before: 116_000, since: 124_000 };
const STANDARD_RAISED: BusinessMonth = '2020-07';
const PREFIXES: Readonly<Record<string, string>> = {
  DIBAO: 'DB',
  TEKUN: 'TK',
  MEDICAL: 'YL',
  TEMPORARY: 'LS',
};
/** The closed case of a household that comes back. */
const FORMER_CASE: Pick<Lot, 'starts' | 'changes'> = {
  starts: ['2019-02', '2019-02'],
  changes: [{ kind: 'terminated', from: ['2019-10', '2019-10'], reason: 'INCOME' }],
};

/** A case with what its number decides. */
interface File {
  readonly district: DistrictCode;
  readonly case: Case;
  readonly caseId: string;
  readonly householdRef: string;
  readonly start: BusinessMonth;
  /** What the household earns a month, fen. */
  readonly incomeFen: number;
  readonly changes: readonly Decision[];
}

/** A change with its month. */
interface Decision extends Omit<Change, 'from' | 'kind'> {
  readonly kind: Change['kind'] | 'standard';
  readonly from: BusinessMonth;
}

/** Approvals and what became of them. */
export const assistanceChapter = (district: DistrictCode): Chapter =>
  join(casesOf(district).flatMap((it) => filesOf(district, it).map(fileEntries)));

function filesOf(district: DistrictCode, it: Case): File[] {
  const id = `${PREFIXES[it.lot.item]}${district}-${String(it.number).padStart(4, '0')}`;
  const householdRef = `hh_${digestOf(`household|${id}`).toString('hex', 0, 8)}`;
  const chance = chanceOf(id);
  const file = (caseId: string, { starts, changes }: Pick<Lot, 'starts' | 'changes'>): File => {
    const start = chance.pick(monthsBetween(...starts));
    const decisions = changes.map((change) => ({
      ...change,
      from: chance.pick(monthsBetween(...change.from)),
    }));
    const incomeFen = it.persons * chance.between(20, 70) * 1_000;
    return {
      district,
      case: it,
      caseId,
      householdRef,
      start,
      incomeFen,
      changes: withStandard(it.lot, start, decisions),
    };
  };
  const current = file(id, it.lot);
  if (!it.lot.returned) return [current];
  const former: Case = { ...it, lot: { ...it.lot, ...FORMER_CASE, trap: undefined } };
  return [{ ...file(`${id}-0`, former.lot), case: former }, current];
}

/** Whoever draws 低保 in July 2020 has the benefit raised with the standard. */
function withStandard(lot: Lot, start: BusinessMonth, decisions: readonly Decision[]): Decision[] {
  const state = decisions
    .filter(({ from }) => from <= STANDARD_RAISED)
    .findLast(({ kind }) => kind !== 'household');
  const drawing = start < STANDARD_RAISED && (!state || state.kind === 'resumed');
  if (lot.category !== 'DIBAO' || !drawing) return [...decisions];
  const standard: Decision = { kind: 'standard', from: STANDARD_RAISED, reason: 'STANDARD' };
  return [...decisions, standard].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function fileEntries(file: File): Chapter {
  const chance = chanceOf(`decisions|${file.caseId}`);
  return join([
    entry(approval(file, chance), file.case.lot.trap?.(grantedPersons(file))),
    ...file.changes.map((change) => entry(decision(file, change, chance), change.trap)),
  ]);
}

/** A household that changes has one person more or less at first; every other stays as it is. */
const grantedPersons = ({ case: { persons }, changes }: File): number =>
  changes.some(({ kind }) => kind === 'household') ? (persons === 1 ? 2 : persons - 1) : persons;

const amountFen = (file: File, persons: number, month: BusinessMonth): number => {
  const standard = month < STANDARD_RAISED ? STANDARD_FEN.before : STANDARD_FEN.since;
  return Math.max(1_000, standard * persons - file.incomeFen);
};

const draftOf = <T extends Extract<TypeName, `assistance.${string}`>>(
  file: File,
  type: T,
  on: BusinessDay,
  data: Payload<T>,
): Draft<T> => {
  const time = at(on, 14);
  return {
    district: file.district,
    type,
    system: 'assistance',
    subject: file.caseId,
    mark: on,
    time,
    recorded: registrationAfter(time, file.caseId + type),
    street: file.case.street,
    data,
  };
};

function approval(file: File, chance: Chance): Draft {
  const { lot } = file.case;
  const persons = grantedPersons(file);
  const month = firstDayOfMonth(file.start);
  const on = lot.decidedAhead
    ? workingDayFrom(addMonths(`${file.start}-21`, -1))
    : workingDayBetween(workingDayFrom(month), workingDayFrom(`${file.start}-11`), chance);
  return draftOf(file, 'assistance.approval.granted', on, {
    caseId: file.caseId,
    householdRef: file.householdRef,
    item: lot.item,
    category: lot.category,
    persons,
    amountFenPerMonth: amountFen(file, persons, file.start),
    effectiveMonth: file.start,
    validTo: lot.validTo,
    approver: `示例审批岗${1 + chance.below(4)}`,
    acceptor: `示例受理岗${1 + chance.below(9)}`,
  });
}

/** Decided in the second half of the month before it takes effect. */
function decision(file: File, { kind, from, reason }: Decision, chance: Chance): Draft {
  const before = monthOf(addMonths(firstDayOfMonth(from), -1));
  const on = workingDayBetween(workingDayFrom(`${before}-15`), workingDayFrom(`${before}-24`), chance);
  const { caseId } = file;
  const { persons } = file.case;
  switch (kind) {
    case 'standard':
    case 'household':
      return draftOf(file, 'assistance.benefit.adjusted', on, {
        caseId,
        reason,
        amountFenPerMonth: amountFen(file, persons, from),
        persons: kind === 'household' ? persons : undefined,
        fromMonth: from,
      });
    case 'suspended':
      return draftOf(file, 'assistance.benefit.suspended', on, { caseId, reason, fromMonth: from });
    case 'resumed':
      return draftOf(file, 'assistance.benefit.resumed', on, { caseId, reason, fromMonth: from });
    case 'terminated':
      return draftOf(file, 'assistance.benefit.terminated', on, { caseId, reason, fromMonth: from });
  }
}
