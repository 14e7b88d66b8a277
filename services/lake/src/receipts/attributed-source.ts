/** `urn:mca:<district>:<system>`, the form a credential can be bound to. The views of the lake test the same. */
const ATTRIBUTABLE = /^urn:mca:[1-9][0-9]{5}:[a-z][a-z0-9-]{0,39}$/;

/** The source a record counts for, or null: one nobody can be the publisher of may be anything, a person's number too. */
export const attributedSource = (source: string | null): string | null =>
  source !== null && ATTRIBUTABLE.test(source) ? source : null;
