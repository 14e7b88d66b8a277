import { exchangeOutcomes, REQUESTS_2019 } from './exchange/exchange.chapter.js';
import { CREMATED_DECEASED } from './funeral/cremations.js';
import { FUNERAL_SITES_2020 } from './funeral/sites.js';
import { REGISTERED_BY_APPOINTMENT_2020 } from './marriage/appointments.js';
import { REGISTRARS_2020 } from './marriage/registrars.js';
import type { DistrictCode } from './reference/districts.js';

/** What the registers of marriage, funeral and exchange come to beside the marriages and burials themselves. */
export interface RegisterCounts {
  /** At the end of 2020. */
  readonly registrars: { readonly active: number; readonly certified: number };
  /** Marriages and divorces of 2020; only 青浦 records appointments. */
  readonly registeredByAppointment: number;
  /** Only 青浦 has towns, cemeteries and a crematory on record. */
  readonly funeral: (typeof FUNERAL_SITES_2020 & { readonly cremations: number }) | null;
  /** Requests of 2019 to other provinces and their first outcomes. */
  readonly requests: { readonly submitted: number; readonly outcomes: ReturnType<typeof exchangeOutcomes> };
}

const QINGPU = '310118';

export const registerCounts = (district: DistrictCode): RegisterCounts => ({
  registrars: REGISTRARS_2020,
  registeredByAppointment: district === QINGPU ? REGISTERED_BY_APPOINTMENT_2020 : 0,
  funeral: district === QINGPU ? { ...FUNERAL_SITES_2020, cremations: CREMATED_DECEASED } : null,
  requests: { submitted: REQUESTS_2019[district] + 1, outcomes: exchangeOutcomes(district) },
});
