/** Limits of a schema from outside; specs try limit − 1, limit and limit + 1. */
export const SCHEMA_LIMITS = {
  /** UTF-8 bytes of the text. */
  bytes: 64 * 1024,
  /** Records and arrays inside each other; a schema without either inside has depth 1. */
  depth: 32,
  /** Branches of one union. */
  branches: 50,
  /** Fields of all records together. */
  fields: 500,
  /** Characters of a full name: a subject is stored and travels in URLs. */
  nameCharacters: 200,
  /** Digits of a decimal. */
  precision: 38,
} as const;
