import type { CliCommand } from '../command.js';
import { wholeNumberOption } from '../number-option.js';
import type { SampleOptions } from './sample.js';

export const command: CliCommand = {
  order: 58,
  register(program, context) {
    program
      .command('sample')
      .description('print valid events of a type, ready to publish')
      .argument('[type]', 'event type, in full or without cn.gov.mca., e.g. eldercare.bed.changed')
      .option('--count <n>', 'how many', wholeNumberOption('--count', 1, 10_000_000))
      .option('--seed <seed>', 'the same seed gives the same events all day')
      .option('--region <code>', 'six digits of the district where they happen')
      .option('--source <urn>', 'their source, e.g. urn:mca:310105:eldercare')
      .option('--ndjson', 'one event a line (so it is when there are several, or the output is piped)')
      .option('--list', 'list the event types instead')
      .action(async (type: string | undefined, options: SampleOptions) => {
        const { sample } = await import('./sample.js');
        await sample(type, options, context);
      });
  },
};
