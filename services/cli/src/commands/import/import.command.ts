import type { CliCommand } from '../command.js';
import type { ImportOptions } from './import.js';

export const command: CliCommand = {
  order: 51,
  register(program, context) {
    program
      .command('import')
      .description(
        'send a department’s spreadsheet as events; exit code 0: all rows are in, 3: some rows had problems',
      )
      .argument('<file>', '.csv (UTF-8 or GB18030) or .xlsx')
      .requiredOption('--mapping <file>', 'YAML file that says what the columns mean')
      .option('--sheet <name>', 'sheet of an .xlsx file (default: the mapping’s, or the first)')
      .option('--dry-run', 'judge every row and send nothing')
      .option('--problems <file>', 'where rows with problems go (default: beside the file)')
      .option('--gateway <url>', 'a gateway elsewhere')
      .option('--token-file <file>', 'file with the bearer token (default: the demo publisher’s)')
      .option('--json', 'as JSON')
      .action(async (file: string, options: ImportOptions) => {
        const { importSheet } = await import('./import.js');
        await importSheet(file, options, context);
      });
  },
};
