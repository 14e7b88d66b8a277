export { CommandError, type CliCommand, type CommandContext } from './commands/command.js';
export { readConfig, type CliConfig } from './config.js';
export { main } from './main.js';
export { createTerminal, type ProgressDisplay, type Terminal } from './terminal/terminal.js';
