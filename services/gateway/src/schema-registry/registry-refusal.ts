import { CODES, MinhaiError, type Code, type Problem } from '@minhai/errors';

/** An answer in the words of Confluent's registry: HTTP status, its own number, and a message that names our code. */
export class RegistryRefusal extends MinhaiError {
  readonly policy = 'refuse';

  constructor(
    readonly status: number,
    readonly errorCode: number,
    code: Code,
    message: string = CODES[code].en,
  ) {
    super(code, message);
  }
}

/** Numbers of Confluent's documentation; serializers branch on them. */
export const refusal = {
  subjectUnknown: (subject: string) =>
    new RegistryRefusal(
      404,
      40401,
      'NOT_FOUND',
      `there is no subject ${subject}; a subject is the full name of a record`,
    ),
  versionUnknown: () => new RegistryRefusal(404, 40402, 'NOT_FOUND', 'the subject has no such version'),
  schemaUnknown: () => new RegistryRefusal(404, 40403, 'SCHEMA_UNKNOWN', 'there is no such schema'),
  schemaInvalid: (problems: readonly Problem[]) =>
    new RegistryRefusal(422, 42201, problems[0]!.code, sentences(problems)),
  versionInvalid: () =>
    new RegistryRefusal(422, 42202, 'QUERY', 'a version is a whole number from 1, or latest'),
  levelInvalid: (message: string) => new RegistryRefusal(422, 42203, 'QUERY', message),
  notPermitted: (message: string) => new RegistryRefusal(422, 42205, 'FORBIDDEN', message),
  subjectInvalid: (message: string) => new RegistryRefusal(422, 42208, 'QUERY', message),
  incompatible: (problems: readonly Problem[]) =>
    new RegistryRefusal(409, 409, 'SCHEMA_INCOMPATIBLE', sentences(problems)),
  bodyInvalid: (message: string) => new RegistryRefusal(400, 400, 'BODY', message),
  full: (most: number) =>
    new RegistryRefusal(
      429,
      42901,
      'QUOTA',
      `the registry keeps at most ${most} schemas that no release contains`,
    ),
  forEver: () =>
    new RegistryRefusal(
      405,
      405,
      'FORBIDDEN',
      'nothing is deleted here: what was published under an id stays readable',
    ),
  noRoute: () => new RegistryRefusal(404, 404, 'NOT_FOUND', 'this registry does not serve that path'),
};

const sentences = (problems: readonly Problem[]): string =>
  problems.map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`)).join('; ');
