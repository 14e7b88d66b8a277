import { z } from 'zod';

/** sysexits.h EX_CONFIG: a supervisor must not restart a process whose configuration is wrong. */
export const CONFIGURATION_EXIT_CODE = 78;

/** All problems of a configuration at once, one line each. The values themselves are never printed: some are secrets. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    super(['Configuration is not usable:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }
}

/**
 * Reads the variables a schema names from `env` (pass `process.env`); an empty variable counts as absent.
 * Throws ConfigurationError naming every missing or malformed variable with its description.
 */
export function parseConfig<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Readonly<Record<string, string | undefined>>,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  const given = Object.fromEntries(names.filter((name) => env[name]).map((name) => [name, env[name]]));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigurationError(result.error.issues.map((issue) => explain(schema, given, issue)));
}

const explain = (schema: z.ZodObject, given: object, issue: z.core.$ZodIssue): string => {
  const name = String(issue.path[0] ?? '');
  const field = schema.shape[name] as z.ZodType | undefined;
  const meaning = field && descriptionOf(field);
  const description = meaning ? ` (${meaning})` : '';
  const message = name && !Object.hasOwn(given, name) ? 'is required' : issue.message;
  return `${name || 'configuration'}: ${message}${description}`;
};

export interface ConfigRow {
  readonly name: string;
  readonly description: string;
  /** As it would be written in the environment, empty where nothing need be; undefined when the variable is required. */
  readonly defaultValue: string | undefined;
}

/** A default wraps the field it is given to; the description stays inside. */
const descriptionOf = (field: z.ZodType): string => {
  const inner = field instanceof z.ZodDefault || field instanceof z.ZodOptional ? field.unwrap() : undefined;
  return field.description ?? (inner instanceof z.ZodType ? descriptionOf(inner) : '');
};

/** One row per variable, in the order of the schema: the source of the README's configuration table. */
export const describeConfig = (schema: z.ZodObject): readonly ConfigRow[] =>
  Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const fallback = field.safeParse(undefined);
    return {
      name,
      description: descriptionOf(field),
      defaultValue: fallback.success ? String(fallback.data ?? '') : undefined,
    };
  });
