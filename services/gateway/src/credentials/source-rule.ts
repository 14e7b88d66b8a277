/** `urn:mca:<district>:<system>`, or with a `*` at the end for all sources that start so. */
const SOURCE_PATTERN =
  /^urn:mca:(?:[1-9]\d{5}:[a-z][a-z0-9-]{0,39}|[1-9]\d{5}:(?:[a-z][a-z0-9-]{0,39})?\*|\*)$/;

export const isSourcePattern = (text: string): boolean => SOURCE_PATTERN.test(text);

/** The sources a credential is bound to. */
export class SourceRule {
  private readonly exact = new Set<string>();
  private readonly prefixes: string[] = [];

  constructor(readonly patterns: readonly string[]) {
    for (const pattern of patterns) {
      if (pattern.endsWith('*')) this.prefixes.push(pattern.slice(0, -1));
      else this.exact.add(pattern);
    }
  }

  allows(source: string): boolean {
    return this.exact.has(source) || this.prefixes.some((prefix) => source.startsWith(prefix));
  }
}
