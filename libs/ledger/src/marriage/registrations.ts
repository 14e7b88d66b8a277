import { firstDayOfYear, formatMarriageWordNumber } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import type { DistrictCode } from '../reference/districts.js';
import { registrationTimes } from './office-calendar.js';
import { type Register, REGISTERS, type RegisterTrap } from './registers.js';

/** One registration: its number, moment and book. */
export interface Registration {
  readonly district: DistrictCode;
  readonly register: Register;
  readonly wordNo: string;
  readonly time: number;
  readonly trap: RegisterTrap | undefined;
}

/** A book in the order of its numbers. */
export function registrationsOf(district: DistrictCode, register: Register): Registration[] {
  const { prefix, year, count, traps } = register;
  const numbers = count + traps.filter((trap) => trap.voided).length;
  return registrationTimes(year, numbers).map((time, index) => {
    const trap = traps.find(({ sequence }) => sequence === index + 1);
    const wordNo = formatMarriageWordNumber({ prefix, office: district, year, sequence: index + 1 });
    const when = trap?.atMidnightUtc ? at(firstDayOfYear(year), 0) : time;
    return { district, register, wordNo, time: when, trap };
  });
}

export const bookOf = (district: DistrictCode, prefix: Register['prefix'], year: number): Registration[] =>
  registrationsOf(
    district,
    REGISTERS[district].find((it) => it.prefix === prefix && it.year === year)!,
  );
