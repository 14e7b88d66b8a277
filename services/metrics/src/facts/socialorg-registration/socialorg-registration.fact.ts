import type { BusinessDay } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { stock } from '../measure.js';
import { stretchRow } from '../row.js';
import { contains, intersect, turnsOf } from '../span.js';
import { DEREGISTERED, type Membership, REGISTERED, membershipsOf, ofOrganisation } from './membership.js';
import { RATED, REVOKED, type Rating, ratingsOf } from './rating.js';
import { CHANGED, staysOf } from './stays.js';

const THREE_OR_ABOVE: readonly string[] = ['A3', 'A4', 'A5'];

const isThreeOrAbove = ({ level }: Rating): boolean => THREE_OR_ABOVE.includes(level);

const registeredRow = (membership: Membership): FactRow =>
  stretchRow(membership, membership.place, {
    measure: 'socialorg.registered',
    dims: { kind: membership.kind },
  });

/** Counted once from a day on and never again taken off. */
const everRow = (measure: string, { place, kind }: Membership, since: BusinessDay, cause: string): FactRow =>
  stretchRow({ from: since, until: null, causes: [cause] }, place, { measure, dims: { kind } });

/** One row per stretch of days on which the same rating is the newest in force. */
function ratedRows(membership: Membership, ratings: readonly Rating[]): FactRow[] {
  const inForce = ratings.flatMap((rating) => {
    const span = intersect(rating, membership);
    return span ? [{ ...rating, ...span }] : [];
  });
  const turns = turnsOf(inForce);
  const rows: FactRow[] = [];
  turns.forEach((from, i) => {
    const newest = inForce.findLast((rating) => contains(rating, from));
    if (!newest) return;
    const until = turns[i + 1] ?? null;
    const last = rows.at(-1);
    if (last && last.validUntil === from && last.causes[0] === newest.causes[0]) {
      rows[rows.length - 1] = { ...last, validUntil: until };
    } else rows.push(ratedRow(membership, newest, from, until));
  });
  return rows;
}

function ratedRow(
  membership: Membership,
  rating: Rating,
  from: BusinessDay,
  until: BusinessDay | null,
): FactRow {
  const isCut = until !== null && until === membership.until;
  const causes = isCut ? [...rating.causes, membership.causes.at(-1)!] : rating.causes;
  return stretchRow({ from, until, causes }, membership.place, {
    measure: 'socialorg.rated-valid',
    dims: { level: rating.level },
  });
}

function everRows(memberships: readonly Membership[], ratings: readonly Rating[]): FactRow[] {
  const first = memberships[0];
  if (!first) return [];
  const rows = [everRow('socialorg.registered-ever', first, first.from, first.causes[0]!)];
  const good = ratings.find(isThreeOrAbove);
  const holder = good && memberships.find((membership) => contains(membership, good.ratedOn));
  if (good && holder) rows.push(everRow('socialorg.rated-3a-ever', holder, good.ratedOn, good.causes[0]!));
  return rows;
}

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { memberships, findings } = membershipsOf(history);
  const { ratings, findings: ratingFindings } = ratingsOf(history, memberships);
  const stays = staysOf(memberships, history);
  return {
    rows: [
      ...stays.map(registeredRow),
      ...everRows(memberships, ratings),
      ...stays.flatMap((stay) => ratedRows(stay, ratings)),
    ],
    findings: [...findings, ...ratingFindings],
  };
}

/** Social organisations in the register, and what they were rated. */
export const fact: FactDefinition = {
  name: 'socialorg.registration',
  titles: { zh: '社会组织登记与评估', en: 'Social organisations: registration and rating' },
  version: 2,
  measures: [
    stock('socialorg.registered', '家', '登记社会组织', 'Registered at the date'),
    stock('socialorg.registered-ever', '家', '累计登记社会组织', 'Ever registered'),
    stock('socialorg.rated-valid', '家', '有效评估等级', 'Holding a rating in force, by its level'),
    stock('socialorg.rated-3a-ever', '家', '曾获3A及以上等级', 'Ever rated 3A or above'),
  ],
  reads: {
    [REGISTERED]: ofOrganisation,
    [CHANGED]: ofOrganisation,
    [DEREGISTERED]: ofOrganisation,
    [RATED]: ofOrganisation,
    [REVOKED]: ofOrganisation,
  },
  fold,
};
