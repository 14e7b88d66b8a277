/** Markup that may stand in a page as it is. Only `html` makes it, so every text in it was escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | readonly (Markup | string)[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === null) return '';
  if (typeof part === 'object') return part.map(render).join('');
  return escape(String(part));
}

/** A template whose texts are escaped, wherever they come from. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(literals.reduce((text, literal, index) => text + render(parts[index - 1] ?? null) + literal));
