/** Regions exchange by province: the first two digits of GB/T 2260. A node is one of them. */
const REGIONS: ReadonlySet<string> = new Set(['31', '32', '33', '34']);

export const isExchangeRegion = (text: string): boolean => REGIONS.has(text);
