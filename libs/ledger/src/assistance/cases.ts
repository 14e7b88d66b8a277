import { apportion, apportionedList } from '../chance/apportion.js';
import { type Chance, chanceOf } from '../chance/seeded.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { type Lot, PUBLISHED_RELIEF } from './lots.js';

/** One household and the course its relief takes. */
export interface Case {
  readonly number: number;
  readonly lot: Lot;
  readonly street: string;
  /** At the end of its course. */
  readonly persons: number;
}

export interface StreetRelief {
  readonly street: string;
  readonly households: number;
  readonly persons: number;
}

/** 低保 in 2020-12 by street: households by the weight of the street, persons by households. */
export function reliefByStreet(district: DistrictCode): StreetRelief[] {
  const { households, persons } = PUBLISHED_RELIEF[district];
  const { streets } = DISTRICTS[district];
  const perStreet = apportion(
    households,
    streets.map(({ committees }) => committees),
  );
  const perHousehold = apportion(persons, perStreet);
  return streets.map(({ code }, i) => ({
    street: code,
    households: perStreet[i]!,
    persons: perHousehold[i]!,
  }));
}

/** All cases: those that draw 低保 in 2020-12 fill the streets' figures exactly, the others lie where they fall. */
export function casesOf(district: DistrictCode): Case[] {
  const chance = chanceOf(`cases|${district}`);
  const courses = PUBLISHED_RELIEF[district].lots.flatMap((lot) => Array<Lot>(lot.count).fill(lot));
  const drawing = chance.shuffled(reliefByStreet(district).flatMap((row) => householdsOf(row, chance)));
  const { streets } = DISTRICTS[district];
  const elsewhere = chance.shuffled(
    apportionedList(
      courses.length,
      streets.map(({ code, committees }) => [code, committees] as const),
    ),
  );
  return courses.map((lot, index) => ({
    number: index + 1,
    lot,
    ...(lot.inDecember2020
      ? drawing.pop()!
      : { street: elsewhere[index]!, persons: lot.persons ?? chance.pick([1, 1, 1, 2, 2, 3]) }),
  }));
}

/** The street's persons over its households: one each, the rest one by one where chance has it. */
function householdsOf(
  { street, households, persons }: StreetRelief,
  chance: Chance,
): Pick<Case, 'street' | 'persons'>[] {
  const sizes = Array<number>(households).fill(1);
  for (let rest = persons - households; rest > 0; rest--) {
    const small = [...sizes.keys()].filter((i) => sizes[i]! < 4);
    sizes[chance.pick(small)]! += 1;
  }
  return sizes.map((size) => ({ street, persons: size }));
}
