export { readConfig, type CliConfig } from './config.js';
export { readProgress, waitUntilSettled, type Progress } from './commands/up/settle.js';
export { composeStack, serviceDefinition } from './stack/compose.js';
export { ensureDemoCredential } from './stack/demo-credential.js';
