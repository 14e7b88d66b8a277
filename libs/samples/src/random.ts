/** A number in [0, 1). Everything here that varies takes its randomness from one of these, so a seed repeats a run. */
export type Random = () => number;

/** sfc32, seeded from a text or number: small, well distributed, the same on every machine. Not for secrets. */
export function seededRandom(seed: number | string): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = fold(String(seed));
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}

/** FNV-1a. */
function fold(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** A whole number in [low, high]. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of the choices; there must be one. */
export const pick = <T>(random: Random, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)]!;

export const bytes = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => Math.floor(random() * 256));

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Lower-case letters and digits. */
export const token = (random: Random, length: number): string =>
  Array.from({ length }, () => LETTERS[Math.floor(random() * 36)]).join('');

export const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 10)).join('');
