import { addDays, type BusinessDay } from '@minhai/domain';
import { at, workingDayBetween, workingDayFrom } from '../chance/calendar.js';
import { type Chance, chanceOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { type Organisation, organisationsOf, usciOf } from './organisations.js';

/** Points ever designated and associations ever decoupled by the end of 2020. */
export const PUBLISHED_DISTINCTIONS: Readonly<
  Record<DistrictCode, { readonly partyPoints: number; readonly decoupled: number }>
> = {
  '310105': { partyPoints: 20, decoupled: 29 },
  '310118': { partyPoints: 0, decoupled: 0 },
};

const REGISTERED_AT_LATEST: BusinessDay = '2014-12-31';

const POINT_TWICE: TrapNote = {
  name: 'party-point-delivered-twice',
  expectation: 'same id, same bytes: one point',
  mishap: { kind: 'delivered-twice', again: '2020-12-07' },
};
const POINT_VOIDED: TrapNote = {
  name: 'party-point-voided',
  expectation: 'designated for the wrong body and withdrawn: never a point',
  mishap: { kind: 'voided', voidedOn: '2019-07-10', because: 'ERROR' },
};
const TWO_POINTS: TrapNote = {
  name: 'two-points-of-one-body',
  expectation: 'points are counted, not bodies',
};
const DECOUPLED_AND_GONE: TrapNote = {
  name: 'decoupled-before-deregistration',
  expectation: 'the association has left the register since: it was decoupled all the same',
};
const DECOUPLED_AT_MIDNIGHT: TrapNote = {
  name: 'decoupled-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021 in Shanghai: the thirtieth, of the next year',
};

interface Distinguished {
  readonly district: DistrictCode;
  readonly organisation: Organisation;
}

function pointDraft(
  { district, organisation }: Distinguished,
  number: number,
  day: BusinessDay,
): Draft<'socialorg.party.point.designated'> {
  const usci = usciOf(district, organisation);
  const pointId = `DJ${district}-${String(number).padStart(3, '0')}`;
  const time = at(day, 14);
  return {
    district,
    type: 'socialorg.party.point.designated',
    system: 'socialorg',
    subject: `${usci}:${pointId}`,
    mark: 'designated',
    time,
    recorded: registrationAfter(time, pointId),
    street: organisation.street,
    data: { usci, pointId, name: `示例社会组织党建实践点（第${number}号）` },
  };
}

function decoupledDraft(
  { district, organisation }: Distinguished,
  time: number,
  utc?: true,
): Draft<'socialorg.decoupled'> {
  const usci = usciOf(district, organisation);
  return {
    district,
    type: 'socialorg.decoupled',
    system: 'socialorg',
    subject: usci,
    mark: 'decoupled',
    time,
    recorded: registrationAfter(time, `decoupled|${usci}`),
    street: organisation.street,
    utc,
    data: { usci, authority: '示例行政机关' },
  };
}

function pointEntries(district: DistrictCode, bodies: readonly Organisation[], chance: Chance): Chapter[] {
  const count = PUBLISHED_DISTINCTIONS[district].partyPoints;
  const points = Array.from({ length: count }, (_, i) => {
    const organisation = bodies[i === 1 ? 0 : i]!;
    const draft = pointDraft(
      { district, organisation },
      i + 1,
      workingDayBetween('2017-02-01', '2020-11-20', chance),
    );
    return entry(draft, i < 2 ? TWO_POINTS : i === 2 ? POINT_TWICE : undefined);
  });
  const wrong = pointDraft({ district, organisation: bodies[count]! }, count + 1, '2019-07-03');
  return [...points, entry(wrong, POINT_VOIDED)];
}

/** An association that leaves the register later on, and a working day before it does. */
function leaver(organisations: readonly Organisation[]): { organisation: Organisation; day: BusinessDay } {
  for (const organisation of organisations) {
    const end = organisation.career?.steps.find(({ kind }) => kind === 'deregistered');
    if (organisation.kind === 'ASSOCIATION' && end && end.from > '2016-06-30')
      return { organisation, day: workingDayFrom(addDays(end.from, -40)) };
  }
  throw new RangeError('no association leaves the register');
}

function decoupledEntries(
  district: DistrictCode,
  bodies: readonly Organisation[],
  chance: Chance,
): Chapter[] {
  const count = PUBLISHED_DISTINCTIONS[district].decoupled;
  const associations = bodies.filter(({ kind }) => kind === 'ASSOCIATION');
  const gone = leaver(organisationsOf(district));
  const decoupled = associations
    .slice(0, count - 1)
    .map((organisation) =>
      entry(
        decoupledDraft(
          { district, organisation },
          at(workingDayBetween('2016-03-01', '2020-11-20', chance), 10),
        ),
      ),
    );
  return [
    ...decoupled,
    entry(
      decoupledDraft({ district, organisation: gone.organisation }, at(gone.day, 10)),
      DECOUPLED_AND_GONE,
    ),
    entry(
      decoupledDraft({ district, organisation: associations[count]! }, at('2021-01-01', 0), true),
      DECOUPLED_AT_MIDNIGHT,
    ),
  ];
}

/** Party practice points and decoupled associations, among bodies that stand unremarkably in the register. */
export function distinctionsChapter(district: DistrictCode): Chapter {
  if (PUBLISHED_DISTINCTIONS[district].decoupled === 0) return join([]);
  const chance = chanceOf(`distinctions|${district}`);
  const bodies = chance.shuffled(
    organisationsOf(district).filter(
      ({ registered, career, trap }) => !career && !trap && registered <= REGISTERED_AT_LATEST,
    ),
  );
  return join([...pointEntries(district, bodies, chance), ...decoupledEntries(district, bodies, chance)]);
}
