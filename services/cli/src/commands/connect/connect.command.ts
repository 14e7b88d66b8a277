import { addressesOf, addressLines } from '../../stack/addresses.js';
import type { CliCommand } from '../command.js';

export const command: CliCommand = {
  order: 80,
  register(program, { config, terminal }) {
    program
      .command('connect')
      .description('show the SQL, HTTP and Kafka addresses')
      .option('--json', 'as JSON')
      .action((options: { json?: boolean }) => {
        const addresses = addressesOf(config);
        if (options.json) terminal.json(addresses);
        else for (const line of addressLines(addresses)) terminal.print(line.trimStart());
      });
  },
};
