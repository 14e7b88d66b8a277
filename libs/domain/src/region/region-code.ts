/** GB/T 2260 province 2, city 4 and county 6 digits; street 9 digits; village 12 digits. */
export const isDistrictCode = (text: string): boolean => /^[1-9]\d{5}$/.test(text);
export const isStreetCode = (text: string): boolean => /^[1-9]\d{8}$/.test(text);
/** A town (镇), not a 街道 or 乡: GB/T 10114 gives towns 100 to 199, 街道 001 to 099. */
export const isTownCode = (text: string): boolean => isStreetCode(text) && text[6] === '1';
/** A village never ends in 000: that is the 12-digit form of its street (NBS). */
export const isVillageCode = (text: string): boolean => /^[1-9]\d{8}(?!000)\d{3}$/.test(text);

export const provinceOf = (code: string): string => code.slice(0, 2);
export const districtOf = (code: string): string => code.slice(0, 6);
/** The street of a village, which every village code begins with. */
export const streetOf = (code: string): string => code.slice(0, 9);

/**
 * True when a division lies in another or is it: `310105001` in `310105`, `310105` in `310000`. The zeros that end a
 * 6-digit province or city stand for everything below it. Both codes of one edition: successors are not followed.
 */
export const isWithinRegion = (code: string, region: string): boolean =>
  code.startsWith(region.length === 6 ? region.replace(/(?:00){1,2}$/, '') : region);

/** A 6-digit code and those above it, nearest first: district, city, province. */
export function regionsAbove(code: string): readonly string[] {
  const district = districtOf(code);
  return [...new Set([district, `${district.slice(0, 4)}00`, `${provinceOf(district)}0000`])];
}

/** The explicit member for a figure whose 街镇 is not known; figures are never dropped for lack of one. */
export const UNKNOWN_STREET = 'unknown';
