/** A text with one character at a position replaced by each other character of an alphabet. */
export function substitutions(text: string, alphabet: string, positions = [...text].keys()): string[] {
  return [...positions].flatMap((at) =>
    [...alphabet]
      .filter((character) => character !== text[at])
      .map((character) => text.slice(0, at) + character + text.slice(at + 1)),
  );
}

/** A text with two different neighbours swapped, once for each such pair; with the position of the left one. */
export function neighbourSwaps(text: string): { readonly at: number; readonly swapped: string }[] {
  return [...text].flatMap((left, at) => {
    const right = text[at + 1];
    if (right === undefined || right === left) return [];
    return { at, swapped: text.slice(0, at) + right + left + text.slice(at + 2) };
  });
}
