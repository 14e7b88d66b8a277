import type { Catalogue } from '@minhai/events';

const PREFIX = 'cn.gov.mca.';

/** The full name of a type that is given in full or without `cn.gov.mca.`; undefined when there is none. */
export function findType(name: string, catalogue: Catalogue): string | undefined {
  return [name, `${PREFIX}${name}`].find((candidate) => catalogue.find(candidate) !== undefined);
}

/** At most `most` short names of types that somebody who wrote `name` may have meant, the nearest first. */
export function nearTypes(name: string, catalogue: Catalogue, most = 5): string[] {
  const wanted = shortName(name.trim().toLowerCase());
  return catalogue
    .all()
    .map(({ type }) => shortName(type))
    .map((type) => ({ type, distance: distanceOf(type, wanted) }))
    .filter(({ type, distance }) => distance <= Math.max(3, type.length / 3))
    .sort((a, b) => a.distance - b.distance || (a.type < b.type ? -1 : 1))
    .slice(0, most)
    .map(({ type }) => type);
}

/** The domain may be missing too. */
function distanceOf(type: string, wanted: string): number {
  if (type.includes(wanted)) return 0;
  const withoutDomain = type.slice(type.indexOf('.') + 1);
  return Math.min(editDistance(type, wanted), editDistance(withoutDomain, wanted));
}

export const shortName = (type: string): string =>
  type.startsWith(PREFIX) ? type.slice(PREFIX.length) : type;

/** Levenshtein: insertions, deletions and replacements of one character. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
