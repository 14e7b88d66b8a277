const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A name of Avro that is safe as a member of every object: `__proto__`, `constructor` … are not. */
export const isAvroName = (name: unknown): name is string =>
  typeof name === 'string' && NAME.test(name) && !(name in Object.prototype);

export const isFullName = (name: string): boolean => name.includes('.') && name.split('.').every(isAvroName);

interface Named {
  readonly name?: unknown;
  readonly namespace?: unknown;
}

/** `namespace.name`; a name with dots is full already. */
export function fullNameOf({ name, namespace }: Named, enclosing = ''): string {
  const own = String(name);
  if (own.includes('.')) return own;
  const space = typeof namespace === 'string' ? namespace : enclosing;
  return space === '' ? own : `${space}.${own}`;
}

export const namespaceOf = (fullName: string): string =>
  fullName.slice(0, Math.max(0, fullName.lastIndexOf('.')));
