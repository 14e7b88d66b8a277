import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { NestLogger } from './nest-logger.js';

const capture = () => {
  const lines: Record<string, unknown>[] = [];
  const destination = {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  };
  return { lines, logger: createLogger('lake', 'debug', destination) };
};

describe('logger', () => {
  it('writes one JSON line with level, time and service', () => {
    const { lines, logger } = capture();
    logger.info({ partition: 3 }, 'assigned');
    expect(lines).toMatchObject([{ level: 'info', service: 'lake', partition: 3, msg: 'assigned' }]);
    expect(lines[0]!['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('given a secret or a person under its usual name, then it is not written', () => {
    const { lines, logger } = capture();
    logger.warn(
      { headers: { authorization: 'Bearer s3cret' }, event: { data: { partyA: 'per_abc' } }, password: 'x' },
      'x',
    );
    expect(JSON.stringify(lines)).not.toMatch(/s3cret|per_abc|"x","password"/);
    expect(lines[0]!['password']).toBe('[redacted]');
  });

  it('takes what Nest says: its chatter at debug, its errors with stack and context', () => {
    const { lines, logger } = capture();
    const nest = new NestLogger(logger);
    nest.log('Mapped {/v1, GET} route', 'RouterExplorer');
    nest.error('went wrong', 'Error: at x', 'ExceptionsHandler');
    nest.error(new Error('boom'), 'Injector');
    expect(lines).toMatchObject([
      { level: 'debug', context: 'RouterExplorer' },
      { level: 'error', context: 'ExceptionsHandler', stack: 'Error: at x', msg: 'went wrong' },
      { level: 'error', context: 'Injector', err: { message: 'boom' } },
    ]);
  });
});
