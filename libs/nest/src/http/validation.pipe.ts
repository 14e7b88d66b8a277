import { StandardSchemaValidationPipe } from '@nestjs/common';
import { RefusedError, type Problem } from '@minhai/errors';

const MOST_PROBLEMS = 20;

type Path = readonly (PropertyKey | { readonly key: PropertyKey })[];

const pointerOf = (path: Path | undefined): string =>
  (path ?? []).map((part) => `/${String(typeof part === 'object' ? part.key : part)}`).join('');

/**
 * Checks every `@Query({schema})`, `@Param({schema})` and `@Body({schema})` against its zod schema and hands the
 * handler the parsed value; refuses with 400 and all problems at once.
 */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const problems = issues
        .slice(0, MOST_PROBLEMS)
        .map((issue): Problem => ({ code: 'QUERY', pointer: pointerOf(issue.path), message: issue.message }));
      const detail = problems.map(({ pointer, message }) => `${pointer || '/'}: ${message}`).join('; ');
      return new RefusedError(400, 'QUERY', detail, { problems });
    },
  });
