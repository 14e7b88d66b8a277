import type { FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';

const REGISTERED = 'cn.gov.mca.marriage.registered';
const DIVORCED = 'cn.gov.mca.marriage.divorce.registered';

interface Parties {
  readonly partyA: string;
  readonly partyB: string;
}

const isMarriage = ofType(REGISTERED);

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
  for (const event of history as readonly FactEvent<Parties>[]) {
    findings.push(
      ...(isMarriage(event) ? marriageProblems(event, status) : divorceProblems(event, status, person)),
    );
    status = isMarriage(event)
      ? { spouse: spouseOf(person, event.data), since: event }
      : { spouse: null, since: null };
  }
  return { rows: [], findings };
}

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

/** A marriage older than the lake is no error of the divorce. */
function divorceProblems(event: FactEvent<Parties>, { spouse, since }: Status, person: string): Finding[] {
  if (!since) {
    return [
      finding(
        'MISSING_PREDECESSOR',
        [event],
        { case: 'divorced without a known marriage', day: event.day },
        'info',
      ),
    ];
  }
  return spouse === spouseOf(person, event.data)
    ? []
    : [finding('STATE', [since, event], { case: 'divorced from another person', day: event.day })];
}

const bothParties = ({ data }: FactEvent<Parties>): string[] =>
  data.partyA === data.partyB ? [data.partyA] : [data.partyA, data.partyB];

export const fact: FactDefinition = {
  name: 'marriage.person-status',
  titles: { zh: '个人婚姻状况', en: 'Marital status of a person' },
  measures: [],
  reads: { [REGISTERED]: bothParties, [DIVORCED]: bothParties },
  fold,
};
