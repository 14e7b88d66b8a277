import { afterEach, describe, it } from '@jest/globals';
import { startInstance, type TestInstance } from './support/instance.js';
import { partOfTheLedger } from './support/ledger.js';
import { expectNothingLost } from './support/oracle.js';

describe('the lake dies while the ledger is loaded', () => {
  let instance: TestInstance;

  afterEach(() => instance?.stop());

  it.each(['after-judge', 'before-commit', 'after-commit', 'after-publish'])(
    'given it dies %s, again and again, then it resumes exactly there',
    async (place) => {
      instance = await startInstance({ lake: { MINHAI_FAILPOINT: `lake.${place}:kill:6` } });
      const sent = await instance.load(partOfTheLedger(6));
      await instance.stack.process('lake').stop();
      await instance.stack.addService({ ...instance.plainService('lake'), name: 'lake-unharmed' });
      await expectNothingLost(instance, sent);
    },
  );
});
