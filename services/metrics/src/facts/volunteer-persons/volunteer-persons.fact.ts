import type { BusinessDay } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { stock } from '../measure.js';
import { placeOf } from '../place.js';
import { people } from '../protected-measure.js';
import { stretchRow } from '../row.js';
import { type Stretch, contains, turnsOf } from '../span.js';

export const ISSUED = 'cn.gov.mca.volunteer.passport.issued';
export const REVOKED = 'cn.gov.mca.volunteer.passport.revoked';

type Issue = EventOf<typeof ISSUED>;

const isIssued = ofType(ISSUED);
const isRevoked = ofType(REVOKED);

/** A passport and the days on which it is live. */
interface Passport extends Stretch {
  readonly issue: Issue;
}

/** One volunteer counts once, by the passport held longest. Two live ones are a finding until one is revoked. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const passports = passportsOf(history);
  const [held, ...others] = passports.filter(({ until }) => until === null);
  const findings = others.map(({ issue, from }) =>
    finding('DUPLICATE_PERSON', [held!.issue, issue], {
      case: 'holds another live passport',
      day: from,
      since: held!.from,
    }),
  );
  return { rows: holderRows(passports), findings };
}

/** By number; a number issued twice is one passport from its first issue on. */
function passportsOf(history: readonly FactEvent<any>[]): Passport[] {
  const issues = firstOfEach(history.filter(isIssued), ({ data }) => data.passportNo).first;
  const revocations = history.filter(isRevoked);
  return issues.map((issue) => {
    const revocation = revocations.find(
      ({ data, time }) => data.passportNo === issue.data.passportNo && time >= issue.time,
    );
    return {
      issue,
      from: issue.day,
      until: revocation?.day ?? null,
      causes: revocation ? [issue.id, revocation.id] : [issue.id],
    };
  });
}

/** One row per stretch of days on which the same passport is the oldest live one. */
function holderRows(passports: readonly Passport[]): FactRow[] {
  const turns = turnsOf(passports);
  const rows: FactRow[] = [];
  turns.forEach((from, i) => {
    const oldest = passports.find((passport) => contains(passport, from));
    if (!oldest) return;
    const until = turns[i + 1] ?? null;
    const last = rows.at(-1);
    if (last?.validUntil === from && last.causes[0] === oldest.issue.id)
      rows[rows.length - 1] = { ...last, validUntil: until };
    else rows.push(rowOf(oldest, from, until));
  });
  return rows;
}

const rowOf = ({ issue, causes }: Passport, from: BusinessDay, until: BusinessDay | null): FactRow =>
  stretchRow({ from, until, causes }, placeOf(issue), { measure: 'volunteer.passport-holders', dims: {} });

/** A revocation written in version 1 names nobody; its passport stays counted, which is a finding of the passport. */
const ofPerson = ({ data }: FactEvent<{ personRef: string | null }>): string[] =>
  data.personRef === null ? [] : [data.personRef];

/** Volunteers who hold a live passport (公益护照): persons, not passports. */
export const fact: FactDefinition = {
  name: 'volunteer.persons',
  titles: { zh: '持有公益护照的志愿者', en: 'Volunteers holding a passport' },
  measures: [
    people(stock('volunteer.passport-holders', '人', '持有公益护照人数', 'Persons holding a live passport')),
  ],
  reads: { [ISSUED]: ofPerson, [REVOKED]: ofPerson },
  fold,
};
