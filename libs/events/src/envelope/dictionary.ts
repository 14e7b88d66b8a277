const MAXIMUM_ENTRIES = 20_000;

/**
 * Remembers what a text was found to mean. Sources, types and regions repeat in every event, so a map lookup replaces
 * their validation. Bounded: a flood of new texts costs time, not memory.
 */
export class Dictionary<Meaning> {
  private readonly entries = new Map<string, Meaning>();

  constructor(private readonly interpret: (text: string) => Meaning) {}

  get(text: string): Meaning {
    let meaning = this.entries.get(text);
    if (meaning === undefined) {
      meaning = this.interpret(text);
      if (this.entries.size < MAXIMUM_ENTRIES) this.entries.set(text, meaning);
    }
    return meaning;
  }
}
