export interface BrokerPlace {
  readonly port: number;
  readonly controllerPort: number;
  /** Absolute path of the directory that keeps the topics' data. */
  readonly logDirectory: string;
}

/** Fills the template deploy/kafka/server.properties. Throws when it asks for something unknown. */
export function serverProperties(template: string, place: BrokerPlace): string {
  const values: Record<string, string> = {
    port: String(place.port),
    controllerPort: String(place.controllerPort),
    logDirectory: escapeValue(place.logDirectory),
  };
  return template.replace(/^(?!#).*\$\{(\w+)\}.*$/gm, (line) =>
    line.replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`server.properties asks for \${${name}}, which nobody gives`);
      return value;
    }),
  );
}

/** A Java properties file is Latin-1 and gives the backslash a meaning; directories may be named 民政. */
function escapeValue(value: string): string {
  return value.replace(/[\\]|[^\x20-\x7e]/g, (unit) =>
    unit === '\\' ? '\\\\' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
