import { epochDayOf, monthOf } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { finding, outOfState, unpreceded } from '../finding.js';
import {
  type Application,
  type Check,
  type Decision,
  type Grant,
  LASTING_ITEMS,
  isApplication,
  isCheck,
  isGrant,
  isRejection,
} from './case-events.js';

/** What is out of order in one case, from the application to the decision. */
export function caseFindings(history: readonly FactEvent<any>[]): Finding[] {
  const [application, ...again] = history.filter(isApplication);
  const decisions = history.filter((event): event is Decision => isGrant(event) || isRejection(event));
  const checks = history.filter(isCheck);
  return [
    ...again.map((event) => outOfState(event, 'applied twice')),
    ...decidedBothWays(decisions),
    ...decisions.flatMap((decision) => decisionFindings(decision, application)),
    ...(application
      ? decisions.filter(isGrant).flatMap((grant) => grantFindings(grant, application, checks))
      : []),
  ];
}

/** That a case is granted twice is a matter of the benefit; refused once more it is still refused. */
function decidedBothWays(decisions: readonly Decision[]): Finding[] {
  const [first] = decisions;
  const other = decisions.find(({ type }) => type !== first?.type);
  return first && other
    ? [finding('STATE', [first, other], { case: 'granted and rejected', day: other.day })]
    : [];
}

function decisionFindings(decision: Decision, application: Application | undefined): Finding[] {
  if (!application || decision.time < application.time)
    return [unpreceded(decision, 'decided before applied')];
  const { acceptor, item, householdRef } = application.data;
  const both = [application, decision];
  const findings: Finding[] = [];
  if (acceptor !== null && acceptor === decision.data.approver)
    findings.push(finding('SEPARATION_OF_DUTIES', both, { case: 'application accepted by its approver' }));
  if (decision.data.item !== item)
    findings.push(
      finding('AFTER_MISMATCH', both, {
        case: 'decided on another item',
        item,
        decided: decision.data.item,
      }),
    );
  if (decision.data.householdRef !== householdRef)
    findings.push(
      finding('AFTER_MISMATCH', both, { case: 'decided on another household', day: decision.day }),
    );
  return findings;
}

function grantFindings(grant: Grant, application: Application, checks: readonly Check[]): Finding[] {
  const applied = monthOf(application.day);
  const { effectiveMonth: month, persons } = grant.data;
  const findings = checkFindings(grant, checks);
  if (month < applied)
    findings.push(
      finding('STATE', [application, grant], {
        case: 'takes effect before the application',
        month,
        applied,
      }),
    );
  const members = application.data.members.length;
  if (persons > members)
    findings.push(
      finding('AFTER_MISMATCH', [application, grant], {
        case: 'granted for more than applied',
        declared: persons,
        derived: members,
      }),
    );
  return findings;
}

/** Relief that lasts needs a report that is valid on the day of the approval and speaks for it. */
function checkFindings(grant: Grant, checks: readonly Check[]): Finding[] {
  if (!LASTING_ITEMS.has(grant.data.item)) return [];
  const check = checks.findLast(({ time }) => time <= grant.time);
  if (!check) return [unpreceded(grant, 'granted without an economic check')];
  const { result, reportValidTo } = check.data;
  if (result !== 'MEETS')
    return [finding('STATE', [check, grant], { case: 'granted against the economic check', result })];
  if (reportValidTo === null || reportValidTo >= grant.day) return [];
  const days = epochDayOf(grant.day) - epochDayOf(reportValidTo);
  return [finding('STATE', [check, grant], { case: 'granted on an expired report', days })];
}
