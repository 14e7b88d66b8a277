import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const commands = resolve(dirname(fileURLToPath(import.meta.url)), '../../../services/cli/dist');

/** Whole services, which bring Nest along; their doors (`@minhai/metrics/readers`) do not. */
const WHOLE_SERVICE = /from '@minhai\/(gateway|lake|metrics|nest)'/;

describe('the command line', () => {
  it('loads a whole service only where it works as one', () => {
    const heavy = readdirSync(commands, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js') && !file.endsWith('.spec.js'))
      .filter((file) => WHOLE_SERVICE.test(readFileSync(join(commands, file), 'utf8')));
    expect(heavy.sort()).toEqual([
      'commands/edition/rebuild.js',
      'commands/rebuild/rebuild.js',
      'commands/verify/verify.js',
    ]);
  });
});
