import { CommandError, type CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 64,
  register(program, { terminal }) {
    program
      .command('ledger')
      .description('write the synthetic 2020 ledger as CloudEvents, one a line')
      .option('--district <code>', '310105 长宁 or 310118 青浦; both without it')
      .action(async (options: { district?: string }) => {
        const { DISTRICTS, ledgerEvents } = await import('@minhai/ledger');
        const codes = Object.values(DISTRICTS).map(({ code }) => code);
        const chosen =
          options.district === undefined ? codes : codes.filter((code) => code === options.district);
        if (chosen.length === 0) throw new CommandError(`there is a ledger for ${codes.join(' and ')}`);
        for (const code of chosen)
          for (const event of ledgerEvents(code)) terminal.print(JSON.stringify(event));
      });
  },
};
