import { RefusedError } from '@minhai/errors';

/** A parameter that its schema cannot judge alone; the same form as those it can. */
export const badParameter = (pointer: string, message: string): RefusedError =>
  new RefusedError(400, 'QUERY', `${pointer}: ${message}`, {
    problems: [{ code: 'QUERY', pointer, message }],
  });
