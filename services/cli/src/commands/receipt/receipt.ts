import type { ReceiptEntry } from '@minhai/gateway';
import { CommandError, type CommandContext } from '../command.js';
import { gatewayAccess, type AccessOptions } from '../publish/gateway-access.js';
import { GatewayClient } from '../publish/gateway-client.js';

export interface ReceiptOptions extends AccessOptions {
  readonly json?: boolean;
}

const PATIENCE_MS = 5_000;

export async function receipt(
  id: string,
  options: ReceiptOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const found = await new GatewayClient(gatewayAccess(config, options), PATIENCE_MS).findReceipt(id);
  if (found === undefined)
    throw new CommandError(`no receipt for ${id}: not sent, not there yet, or not of your sources`);
  if (options.json) return terminal.json(found);
  terminal.print(`${id}  ${found.status}${found.code === null ? '' : `  ${found.code}`}`);
  terminal.print('');
  terminal.table(
    [
      { title: 'received' },
      { title: 'status' },
      { title: 'position' },
      { title: 'code' },
      { title: 'where' },
      { title: 'what to do' },
    ],
    found.history.map(cells),
  );
}

const cells = ({
  receivedAt,
  status,
  domain,
  partition,
  position,
  code,
  pointer,
  message,
}: ReceiptEntry): string[] => [
  receivedAt,
  status,
  position === null ? '–' : `${domain}/${partition}@${position}`,
  code ?? '–',
  pointer || '–',
  message ?? '',
];
