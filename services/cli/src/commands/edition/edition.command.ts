import type { Command } from 'commander';
import type { CliCommand, CommandContext } from '../command.js';
import type { TokenOptions } from '../send-json.js';
import type { DraftOptions, ListOptions } from './edition.js';
import type { VerifyOptions } from './verify-file.js';

interface Json {
  readonly json?: boolean;
}

export const command: CliCommand = {
  order: 63,
  register(program, context) {
    const edition = program
      .command('edition')
      .description('定稿: a period’s figures, pinned, signed by three persons, provable offline');
    registerSteps(edition, context);
    registerReading(edition, context);
    registerProofs(edition, context);
  },
};

const TOKEN_FILE = [
  '--token-file <file>',
  'file with your reader token; default: MINHAI_READER_TOKEN',
] as const;

function registerSteps(edition: Command, context: CommandContext): void {
  edition
    .command('draft')
    .description('pin the figures of a period')
    .requiredOption('--district <code>', 'e.g. 310105')
    .requiredOption('--period <period>', 'a year or a month: 2020, 2020-06')
    .option(
      '--known-at <instant>',
      'only what was registered by then: a day, or RFC 3339; default: everything',
    )
    .option(...TOKEN_FILE)
    .option('--json', 'as JSON')
    .action(async (options: DraftOptions) => (await import('./edition.js')).draft(options, context));
  for (const [name, description] of [
    ['review', 'confirm a draft; another person than who drafted it'],
    ['publish', 'publish a reviewed edition; a third person'],
  ] as const)
    edition
      .command(name)
      .description(description)
      .argument('<id>', 'e.g. 310105-2020-1')
      .option(...TOKEN_FILE)
      .option('--json', 'as JSON')
      .action(async (id: string, options: TokenOptions & Json) =>
        (await import('./edition.js')).takeStep({ id, step: name, body: {}, ...options }, context),
      );
  edition
    .command('withdraw')
    .description('say that an edition no longer stands; it stays readable')
    .argument('<id>', 'e.g. 310105-2020-1')
    .requiredOption('--reason <text>', 'why; published with it')
    .option(...TOKEN_FILE)
    .option('--json', 'as JSON')
    .action(async (id: string, { reason, ...options }: TokenOptions & Json & { reason: string }) =>
      (await import('./edition.js')).takeStep(
        { id, step: 'withdraw', body: { reason }, ...options },
        context,
      ),
    );
}

function registerReading(edition: Command, context: CommandContext): void {
  edition
    .command('list')
    .option('--district <code>', 'only this district')
    .option('--json', 'as JSON')
    .action(async (options: ListOptions) => (await import('./edition.js')).list(options, context));
  edition
    .command('show')
    .description('its steps, what it was made from, and its quality')
    .argument('<id>', 'e.g. 310105-2020-1')
    .option('--json', 'as JSON')
    .action(async (id: string, options: Json) => (await import('./edition.js')).show(id, options, context));
  edition
    .command('export')
    .description('write the signed file that anybody can verify offline')
    .argument('<id>', 'e.g. 310105-2020-1')
    .option('-o, --output <file>', 'default: edition-<id>.json')
    .option('--json', 'as JSON')
    .action(async (id: string, options: Json & { output?: string }) =>
      (await import('./edition.js')).exportFile(id, options, context),
    );
  edition
    .command('restatement')
    .description('what would be published today instead, and the events behind it')
    .argument('<id>', 'e.g. 310105-2020-1')
    .option('--json', 'as JSON')
    .action(async (id: string, options: Json) =>
      (await import('./restatement.js')).restatement(id, options, context),
    );
}

function registerProofs(edition: Command, context: CommandContext): void {
  edition
    .command('verify')
    .description(
      'check an exported file offline: digest, signatures, steps, persons; exit code 1 when not whole',
    )
    .argument('<file>', 'what `edition export` wrote')
    .option('--key <id...>', 'ids of the keys you trust (GET /v1/edition-keys)')
    .option('--json', 'as JSON')
    .action(async (file: string, options: VerifyOptions) =>
      (await import('./verify-file.js')).verifyFile(file, options, context),
    );
  edition
    .command('rebuild')
    .description('make it again from the lake alone and compare byte by byte; exit code 1 when different')
    .argument('<id>', 'e.g. 310105-2020-1')
    .option('--json', 'as JSON')
    .action(async (id: string, options: Json) =>
      (await import('./rebuild.js')).rebuild(id, options, context),
    );
}
