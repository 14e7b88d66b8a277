/** GB/T 2260 province 2, city 4 and county 6 digits; street 9 digits; village 12 digits. */
export const isDistrictCode = (text: string): boolean => /^[1-9]\d{5}$/.test(text);
export const isStreetCode = (text: string): boolean => /^[1-9]\d{8}$/.test(text);
export const isVillageCode = (text: string): boolean => /^[1-9]\d{11}$/.test(text);

export const provinceOf = (code: string): string => code.slice(0, 2);
export const districtOf = (code: string): string => code.slice(0, 6);

/** The explicit member for a figure whose 街镇 is not known; figures are never dropped for lack of one. */
export const UNKNOWN_STREET = 'unknown';
