import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';
import { outsideRegister } from '../socialorg-registration/after-deregistration.js';
import { DEREGISTERED, REGISTERED, membershipsOf } from '../socialorg-registration/membership.js';
import { CHANGED } from '../socialorg-registration/stays.js';
import { RAISED } from '../socialorg-warnings/socialorg-warnings.fact.js';

type Registered = EventOf<typeof REGISTERED>;
type Changed = EventOf<typeof CHANGED>;

const isChanged = ofType(CHANGED);
const isRaised = ofType(RAISED);

const NAME = 'name:';

function foldOrganisation(history: readonly FactEvent<any>[]): FoldResult {
  const { memberships } = membershipsOf(history);
  const changes = history.filter(isChanged);
  return {
    rows: changes.map((change) => flowRow(change, 'socialorg.changes', { reason: change.data.reason })),
    findings: [
      ...changes.flatMap((change) => outsideRegister(change, memberships, 'changed')),
      ...(memberships.length === 0 ? [] : history.filter(isRaised)).flatMap((warning) =>
        outsideRegister(warning, memberships, 'warning'),
      ),
    ],
  };
}

/**
 * A name is unique in its registrar. What gives a name up (a deregistration, a new name) does not say which, so a name
 * taken a second time is a warning: the first body may be gone.
 */
function foldName(history: readonly FactEvent<any>[]): FoldResult {
  const [holder, ...others] = firstOfEach(
    history as readonly (Registered | Changed)[],
    ({ data }) => data.usci,
  ).first;
  const findings = others.map((event) =>
    finding('STATE', [holder!, event], { case: 'name of another body', day: event.day }, 'warning'),
  );
  return { rows: [], findings };
}

const ofName = (registrar: string, name: string | null): string[] =>
  name === null ? [] : [`${NAME}${registrar}:${name}`];

/** Changes of what the register says of social organisations, and whose name is whose. */
export const fact: FactDefinition = {
  name: 'socialorg.changes',
  titles: { zh: '社会组织变更登记', en: 'Changes in the register of social organisations' },
  measures: [flow('socialorg.changes', '件', '变更登记', 'Changes registered, by what changed')],
  reads: {
    [REGISTERED]: ({ data }: Registered) => [data.usci, ...ofName(data.registrar, data.name)],
    [DEREGISTERED]: ({ data }: EventOf<typeof DEREGISTERED>) => [data.usci],
    [RAISED]: ({ data }: EventOf<typeof RAISED>) => [data.usci],
    [CHANGED]: ({ regionId, data }: Changed) => [data.usci, ...ofName(regionId, data.name)],
  },
  fold: (history, entity) => (entity.startsWith(NAME) ? foldName(history) : foldOrganisation(history)),
};
