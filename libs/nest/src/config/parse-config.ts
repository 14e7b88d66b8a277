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
  throw new ConfigurationError(result.error.issues.map((issue) => explain(schema, issue)));
}

const explain = (schema: z.ZodObject, issue: z.core.$ZodIssue): string => {
  const name = String(issue.path[0] ?? '');
  const field = schema.shape[name] as z.ZodType | undefined;
  const description = field?.description ? ` (${field.description})` : '';
  const missing = issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message);
  return `${name || 'configuration'}: ${missing ? 'is required' : issue.message}${description}`;
};

export interface ConfigRow {
  readonly name: string;
  readonly description: string;
  /** As it would be written in the environment; undefined when the variable is required. */
  readonly defaultValue: string | undefined;
}

/** One row per variable, in the order of the schema: the source of the README's configuration table. */
export const describeConfig = (schema: z.ZodObject): readonly ConfigRow[] =>
  Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const fallback = field.safeParse(undefined);
    return {
      name,
      description: field.description ?? '',
      defaultValue: fallback.success && fallback.data !== undefined ? String(fallback.data) : undefined,
    };
  });
