import { RefusedError } from '@minhai/errors';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * The elements of a JSON array as slices of it, each for the strict reader of one event: a broken element spoils
 * only itself. Throws RefusedError when the brackets of the whole do not match or there are more than `most`.
 */
export function splitJsonArray(body: Buffer, most: number): Buffer[] {
  const { start, end } = insideOfArray(body);
  const elements: Buffer[] = [];
  const take = (from: number, to: number): void => {
    const element = trim(body, from, to);
    if (element.length === 0) throw malformed();
    if (elements.length === most) {
      throw new RefusedError(413, 'SIZE', `more than ${most} events in a batch; send application/x-ndjson`);
    }
    elements.push(element);
  };
  let from = start;
  for (const comma of topLevelCommas(body, start, end)) {
    take(from, comma);
    from = comma + 1;
  }
  if (elements.length > 0 || trim(body, from, end).length > 0) take(from, end);
  return elements;
}

function* topLevelCommas(body: Buffer, start: number, end: number): Generator<number> {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const byte = body[at]!;
    if (byte === QUOTE) at = endOfString(body, at, end);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    else if (byte === COMMA && depth === 0) yield at;
    if (depth < 0) throw malformed();
  }
  if (depth !== 0) throw malformed();
}

function endOfString(body: Buffer, quote: number, end: number): number {
  for (let at = quote + 1; at < end; at++) {
    if (body[at] === BACKSLASH) at++;
    else if (body[at] === QUOTE) return at;
  }
  throw malformed();
}

function insideOfArray(body: Buffer): { start: number; end: number } {
  const whole = trim(body, 0, body.length);
  if (whole[0] !== OPEN_LIST) throw new RefusedError(400, 'BODY', 'a batch is a JSON array of CloudEvents');
  if (whole.length < 2 || whole[whole.length - 1] !== CLOSE_LIST) throw malformed();
  const start = body.indexOf(OPEN_LIST) + 1;
  return { start, end: start + whole.length - 2 };
}

function trim(body: Buffer, from: number, to: number): Buffer {
  let start = from;
  let end = to;
  while (start < end && isSpace(body[start]!)) start++;
  while (end > start && isSpace(body[end - 1]!)) end--;
  return body.subarray(start, end);
}

const malformed = (): RefusedError =>
  new RefusedError(400, 'JSON_SYNTAX', 'the batch is not a well-formed JSON array');
