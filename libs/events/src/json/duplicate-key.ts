import { escapePointer } from './pointer.js';
import { endOfString } from './scan.js';

interface Frame {
  /** Keys seen so far; undefined in an array. */
  readonly keys: Set<string> | undefined;
  /** The pointer part of the member or item being read. */
  part: string | number;
}

/** Pointer of the first key that occurs twice in a valid JSON text. Only called when there is one. */
export function findDuplicateKey(text: string): string {
  const frames: Frame[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character !== '"') {
      step(frames, character);
      continue;
    }
    const end = endOfString(text, i);
    if (isKey(text, end) && !enterMember(frames, JSON.parse(text.slice(i, end + 1)) as string))
      return frames.map(({ part }) => `/${escapePointer(String(part))}`).join('');
    i = end;
  }
  return '';
}

function step(frames: Frame[], character: string): void {
  const frame = frames.at(-1);
  if (character === '{') frames.push({ keys: new Set(), part: '' });
  else if (character === '[') frames.push({ keys: undefined, part: 0 });
  else if (character === '}' || character === ']') frames.pop();
  else if (character === ',' && frame && typeof frame.part === 'number') frame.part++;
}

/** False when the object had the key before. */
function enterMember(frames: readonly Frame[], key: string): boolean {
  const frame = frames.at(-1)!;
  const isNew = !frame.keys!.has(key);
  frame.part = key;
  frame.keys!.add(key);
  return isNew;
}

/** True when a colon follows the string that ends here. */
function isKey(text: string, end: number): boolean {
  let i = end + 1;
  while (i < text.length && ' \t\r\n'.includes(text[i]!)) i++;
  return text[i] === ':';
}
