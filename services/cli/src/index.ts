export { CommandError, type CliCommand, type CommandContext } from './commands/command.js';
export { readConfig, type CliConfig } from './config.js';
export { main } from './main.js';
export { createTerminal, type ProgressDisplay, type Terminal } from './terminal/terminal.js';
export { readProgress, waitUntilSettled, type Progress } from './commands/up/settle.js';
export { composeStack, serviceDefinition } from './stack/compose.js';
export { ensureDemoCredential } from './stack/demo-credential.js';
