import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';

const REGISTERED = 'cn.gov.mca.marriage.registered';
const DIVORCED = 'cn.gov.mca.marriage.divorce.registered';
const CREMATED = 'cn.gov.mca.funeral.death.cremated';

interface Parties {
  readonly partyA: string;
  readonly partyB: string;
}

type Cremation = EventOf<typeof CREMATED>;

const isMarriage = ofType(REGISTERED);
const isCremation = ofType(CREMATED);

const spouseOf = (person: string, { partyA, partyB }: Parties): string =>
  partyA === person ? partyB : partyA;

/** Who a person is married to, as known from the registrations alone. */
interface Status {
  readonly spouse: string | null;
  readonly since: FactEvent<any> | null;
}

/** A person's status over time. It yields no figures, only what cannot be true of one person. */
function fold(history: readonly FactEvent<any>[], person: string): FoldResult {
  const findings: Finding[] = [];
  let status: Status = { spouse: null, since: null };
  for (const event of history.filter((one): one is FactEvent<Parties> => !isCremation(one))) {
    findings.push(
      ...(isMarriage(event) ? marriageProblems(event, status) : divorceProblems(event, status, person)),
    );
    status = isMarriage(event)
      ? { spouse: spouseOf(person, event.data), since: event }
      : { spouse: null, since: null };
  }
  return { rows: [], findings: [...findings, ...afterDeath(history)] };
}

/** Whoever is cremated died on the day named, or by that of the cremation. */
function afterDeath(history: readonly FactEvent<any>[]): Finding[] {
  const cremation = history.find(isCremation);
  if (!cremation) return [];
  const died = diedBy(cremation);
  return history
    .filter((event) => !isCremation(event) && event.day > died)
    .map((event) =>
      finding('STATE', [cremation, event], {
        case: isMarriage(event) ? 'married after death' : 'divorced after death',
        day: event.day,
        died,
      }),
    );
}

const diedBy = ({ day, data }: Cremation): string => data.diedOn ?? day;

function marriageProblems(event: FactEvent<Parties>, { since }: Status): Finding[] {
  const findings: Finding[] = [];
  if (event.data.partyA === event.data.partyB) {
    findings.push(
      finding('DUPLICATE_PERSON', [event], { case: 'both parties are one person', day: event.day }),
    );
  }
  if (since)
    findings.push(
      finding('STATE', [since, event], { case: 'already married', day: event.day, since: since.day }),
    );
  return findings;
}

/** A register knows no marriage older than itself: one that is not on it is no error of the divorce. */
function divorceProblems(event: FactEvent<Parties>, { spouse, since }: Status, person: string): Finding[] {
  if (!since) return [];
  return spouse === spouseOf(person, event.data)
    ? []
    : [finding('STATE', [since, event], { case: 'divorced from another person', day: event.day })];
}

const bothParties = ({ data }: FactEvent<Parties>): string[] =>
  data.partyA === data.partyB ? [data.partyA] : [data.partyA, data.partyB];

export const fact: FactDefinition = {
  name: 'marriage.person-status',
  version: 2,
  titles: { zh: '个人婚姻状况', en: 'Marital status of a person' },
  measures: [],
  reads: {
    [REGISTERED]: bothParties,
    [DIVORCED]: bothParties,
    [CREMATED]: ({ data }: Cremation) => [data.deceasedRef],
  },
  fold,
};
