import { buildUsci, isUsciForm } from '@minhai/domain';
import { divisions } from '@minhai/schemas';
import { digits, pick, type Random } from '../random.js';
import { fieldsOf } from '../sample-event.js';
import { mapTexts } from './texts.js';
import type { Variation } from './variation.js';

interface District {
  readonly code: string;
  readonly streets: readonly string[];
}

let known: readonly District[] | undefined;

/** Districts of today that have streets. */
function districts(): readonly District[] {
  if (known) return known;
  const streets = new Map<string, string[]>();
  for (const { code, level, parent, validTo } of divisions().values())
    if (level === 'STREET' && validTo === null) {
      const siblings = streets.get(parent!) ?? [];
      siblings.push(code);
      streets.set(parent!, siblings);
    }
  return (known = [...streets].map(([code, own]) => ({ code, streets: own })));
}

/**
 * Moves the whole event to a district: every code of the sample's district, whether it stands alone (`310105`,
 * `310105102`, `310105102001`), in a text (`R-310105-02`) or in an organisation's identifier.
 * Throws RangeError for a district that has no streets.
 */
export const moveTo =
  (region: string | undefined): Variation =>
  (event, { eventType, random }) => {
    const district = region === undefined ? pick(random, districts()) : districtOf(region);
    const street = pick(random, district.streets);
    const old = event.regionid;
    const move = (text: string): string => moveText(text, old, { district: district.code, street });
    for (const name of ['source', 'regionid', 'streetid', 'villageid', 'subject'] as const) {
      const text = event[name];
      if (typeof text === 'string') event[name] = move(text);
    }
    mapTexts(event.data, fieldsOf(eventType), (text, { check }) =>
      check === 'usci' ? moveUsci(text, old, district.code, random) : move(text),
    );
  };

/** Another street of the same district. */
export const moveWithinDistrict: Variation = (event, context) => moveTo(event.regionid)(event, context);

function districtOf(region: string): District {
  const district = districts().find(({ code }) => code === region);
  if (!district) throw new RangeError(`${region} is no district of today with streets`);
  return district;
}

function moveText(
  text: string,
  old: string,
  { district, street }: { readonly district: string; readonly street: string },
): string {
  const pattern = new RegExp(`(?<!\\d)${old}(\\d{3})?(\\d{3})?(?!\\d)`, 'g');
  return text.replace(pattern, (_, ofStreet?: string, ofVillage?: string) =>
    ofStreet === undefined ? district : street + (ofVillage ?? ''),
  );
}

function moveUsci(text: string, old: string, district: string, random: Random): string {
  if (!isUsciForm(text) || text.slice(2, 8) !== old) return text;
  return buildUsci(text.slice(0, 2) + district, digits(random, 8));
}
