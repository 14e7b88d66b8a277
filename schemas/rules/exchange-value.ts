const FIELD = /^[a-z][A-Za-z0-9]{0,39}$/;
// Eleven digits would take in telephone numbers.
const CODED = /^(?:[A-Z][A-Z0-9_]{0,39}|\d{1,10}|\d{4}-\d{2}-\d{2}|[0-9a-f]{64})$/;

/** Name of a field that is asked for, answered or published, in camelCase; a value of a person does not pass for one. */
export const isFieldName = (text: string): boolean => FIELD.test(text);

/** A code, a whole number, a day or a digest: what may be said of a person without telling who or where it is. */
export const isCoded = (text: string): boolean => CODED.test(text);
