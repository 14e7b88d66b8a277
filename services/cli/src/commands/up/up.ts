import { startStack, type Stack } from '@minhai/runtime';
import { addressesOf, addressLines, demoCredentialFile, type Addresses } from '../../stack/addresses.js';
import { composeStack } from '../../stack/compose.js';
import { ensureDemoCredential } from '../../stack/demo-credential.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { CommandContext } from '../command.js';
import { printIndicatorTables } from '../indicators/print-tables.js';
import { loadLedger } from '../ledger/load-ledger.js';
import { readProgress, waitUntilSettled } from './settle.js';
import { aborted, stopRequest } from './stop-request.js';
import type { UpOptions } from './up.command.js';

const STOPPED_BEFORE_UP = 130;
const FIGURES_DIFFER = 1;

/** Starts everything, loads the ledger, shows the figures, and stays until it is asked to stop. */
export async function up(
  { empty, exit }: UpOptions,
  { config, terminal, exitWith }: CommandContext,
): Promise<void> {
  const stop = stopRequest();
  let stack: Stack;
  try {
    stack = await startStack({
      ...composeStack(config),
      step: terminal.step,
      say: terminal.note,
      signal: stop,
    });
  } catch (error) {
    if (!stop.aborted) throw error;
    return exitWith(STOPPED_BEFORE_UP);
  }
  try {
    const token = await ensureDemoCredential(
      stack.database.url('minhai_gateway'),
      demoCredentialFile(config.home),
    );
    const addresses = addressesOf(config);
    const allMatch = empty ? true : await loadAndCompare({ stack, addresses, token, terminal, stop });
    terminal.print('');
    for (const line of addressLines(addresses)) terminal.print(line);
    stack.enterPhase('running');
    if (!exit) {
      terminal.note('\nMinhai is up. Ctrl-C stops everything.');
      await aborted(stop);
    } else if (!allMatch) exitWith(FIGURES_DIFFER);
  } catch (error) {
    if (!stop.aborted) throw error;
    exitWith(STOPPED_BEFORE_UP);
  } finally {
    await terminal.step('stop', () => stack.stop());
  }
}

interface Load {
  readonly stack: Stack;
  readonly addresses: Addresses;
  readonly token: string;
  readonly terminal: Terminal;
  readonly stop: AbortSignal;
}

/** Publishes the ledger, waits for the figures, prints them. True when every figure equals the published one or differs as declared. */
async function loadAndCompare({ stack, addresses, token, terminal, stop }: Load): Promise<boolean> {
  stack.enterPhase('loading');
  await loadLedger({
    gatewayUrl: addresses.gateway,
    token,
    brokers: stack.brokers,
    topicPrefix: stack.topicPrefix,
    out: terminal,
  });
  await terminal.step('figures', (say) =>
    waitUntilSettled({
      read: () => readProgress(addresses.lake, addresses.metrics),
      look: ({ lakeLag, metricsLag }) =>
        say(lakeLag + metricsLag > 0 ? `${lakeLag + metricsLag} events to go` : ''),
      signal: stop,
      now: () => performance.now(),
    }),
  );
  const { mismatched } = await printIndicatorTables({ metricsUrl: addresses.metrics, out: terminal });
  return mismatched === 0;
}
