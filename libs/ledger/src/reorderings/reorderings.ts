import { chanceOf } from '../chance/seeded.js';

/** Lines of an NDJSON text, without the newline of the last one. */
export const linesOf = (ndjson: string): string[] => ndjson.split('\n').filter((line) => line !== '');

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The same file from the last line to the first. */
export const reversed = (ndjson: string): string => textOf(linesOf(ndjson).reverse());

/** The same file three times over. */
export const thrice = (ndjson: string): string => ndjson + ndjson + ndjson;

/** The same lines in an order that depends on `name` alone. */
export const shuffled = (ndjson: string, name: string): string =>
  textOf(chanceOf(name).shuffled(linesOf(ndjson)));

export interface Spoilt {
  readonly text: string;
  /** Every line of the original is still there, so figures must come out as before. */
  readonly good: number;
  /** Line numbers, from 1, that no reader may accept. */
  readonly malformed: readonly number[];
}

/** Ways to spoil a line, each from the good line before it. Text all of them: bytes that are not UTF-8 are not here. */
const SPOILERS: readonly ((line: string) => string)[] = [
  (line) => line.slice(0, line.length >> 1),
  () => '<!DOCTYPE html><title>502 Bad Gateway</title>',
  (line) => `{"id":"00000000-0000-7000-8000-000000000000",${line.slice(1)}`,
  (line) => line.replace('"specversion":"1.0"', '"specversion":"0.3"'),
  (line) => line.replace(/"type":"cn\.gov\.mca\.[a-z.]+"/, '"type":"cn.gov.mca.no.such.type"'),
  (line) => line.replace(/"time":"[^"]+"/, '"time":"2020-02-30T00:00:00+08:00"'),
  (line) => line.replace(/"id":"[^"]+"/, '"id":"not-a-uuid"'),
  (line) => line.replace(/"data":\{/, '"data":{"undeclared":1,'),
  () => '[]',
  (line) => line.replace(/"subject":"[^"]+",/, ''),
];

/** After every nine good lines comes a malformed one, so every tenth line of the file is bad. */
export function withMalformedLines(ndjson: string): Spoilt {
  const lines: string[] = [];
  const malformed: number[] = [];
  const originals = linesOf(ndjson);
  for (const [index, line] of originals.entries()) {
    lines.push(line);
    if (index % 9 !== 8) continue;
    lines.push(SPOILERS[malformed.length % SPOILERS.length]!(line));
    malformed.push(lines.length);
  }
  return { text: textOf(lines), good: originals.length, malformed };
}
