import type { CliCommand } from '../command.js';

interface Json {
  readonly json?: boolean;
}

export const command: CliCommand = {
  order: 64,
  register(program, context) {
    const definition = program
      .command('definition')
      .description('what the figures mean: versions in force, and what a change would do');
    definition
      .command('list')
      .description('every version that was ever in force')
      .option('--json', 'as JSON')
      .action(async (options: Json) => (await import('./definition.js')).list(options, context));
    definition
      .command('show')
      .description('the versions of one indicator in full; a proposal has the same form')
      .argument('<id>', 'e.g. chn-eldercare-beds')
      .option('--json', 'as JSON')
      .action(async (id: string, options: Json) =>
        (await import('./definition.js')).show(id, options, context),
      );
    definition
      .command('rehearse')
      .description('try a proposed definition on all of history; nothing is stored')
      .argument('<file>', 'the definition as JSON')
      .option('--json', 'as JSON')
      .action(async (file: string, options: Json) =>
        (await import('./rehearse.js')).rehearse(file, options, context),
      );
  },
};
