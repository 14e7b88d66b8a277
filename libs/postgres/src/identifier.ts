const FORM = /^[a-z_][a-z0-9_]{0,62}$/;

/** A schema, table or role name that is safe to stand in SQL text; anything else is a programming error. */
export function sqlIdentifier(name: string): string {
  if (!FORM.test(name)) throw new TypeError(`not a plain SQL identifier: ${name}`);
  return name;
}

/** A literal for the few statements that take no parameters (CREATE ROLE … PASSWORD, CREATE VIEW). */
export const sqlLiteral = (text: string): string => {
  if (text.includes('\0')) throw new TypeError('NUL in SQL literal');
  const quoted = `'${text.replaceAll("'", "''")}'`;
  // Only the E form means the same whatever the server's standard_conforming_strings says.
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
};
