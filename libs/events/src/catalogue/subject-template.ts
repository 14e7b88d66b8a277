type Data = Readonly<Record<string, unknown>>;

/** `{institutionId}:{bedType}` as a function of the payload; `*` derives nothing. */
export function compileSubjectTemplate(template: string): (data: Data) => string | undefined {
  if (template === '*') return () => undefined;
  // split with a group: literals at even places, field names at odd ones
  const parts = template.split(/\{([^}]*)\}/);
  if (parts.length === 3 && parts[0] === '' && parts[2] === '') {
    const field = parts[1]!;
    return (data) => String(data[field]);
  }
  return (data) => {
    let subject = parts[0]!;
    for (let i = 1; i < parts.length; i += 2) subject += String(data[parts[i]!]) + parts[i + 1]!;
    return subject;
  };
}
