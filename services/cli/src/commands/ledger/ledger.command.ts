import { CommandError, type CliCommand } from '../command.js';

interface LedgerOptions {
  readonly district?: string;
  readonly scenario?: string;
}

export const command: CliCommand = {
  order: 64,
  register(program, { terminal }) {
    program
      .command('ledger')
      .description('write the synthetic 2020 ledger as CloudEvents, one a line')
      .option('--district <code>', '310105 长宁 or 310118 青浦; both without it')
      .option(
        '--scenario <name>',
        'instead of the ledger what may come after it: on-target-2025 or two-missed-2025',
      )
      .action(async ({ district, scenario }: LedgerOptions) => {
        const { DISTRICTS, SCENARIOS, ledgerEvents, scenarioEvents } = await import('@minhai/ledger');
        const codes = Object.values(DISTRICTS).map(({ code }) => code);
        const chosen = district === undefined ? codes : codes.filter((code) => code === district);
        if (chosen.length === 0) throw new CommandError(`there is a ledger for ${codes.join(' and ')}`);
        const name = SCENARIOS.find((known) => known === scenario);
        if (scenario !== undefined && !name)
          throw new CommandError(`no scenario ${scenario}; there are ${SCENARIOS.join(' and ')}`);
        for (const code of chosen)
          for (const event of name ? scenarioEvents(name, code) : ledgerEvents(code))
            terminal.print(JSON.stringify(event));
      });
  },
};
