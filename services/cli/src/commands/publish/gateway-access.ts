import { existsSync, readFileSync } from 'node:fs';
import type { CliConfig } from '../../config.js';
import { addressesOf } from '../../stack/addresses.js';
import { CommandError } from '../command.js';
import type { GatewayAccess } from './gateway-client.js';

export interface AccessOptions {
  /** Base URL of a gateway elsewhere. */
  readonly gateway?: string;
  /** File with the bearer token; the demo publisher's by default. */
  readonly tokenFile?: string;
}

/** Where the gateway is and with which token to speak to it. Throws CommandError when there is no token. */
export function gatewayAccess(config: CliConfig, options: AccessOptions = {}): GatewayAccess {
  const addresses =
    options.gateway !== undefined && options.tokenFile !== undefined ? undefined : addressesOf(config);
  const file = options.tokenFile ?? addresses!.demoCredential;
  if (!existsSync(file)) {
    throw new CommandError(
      `no credential in ${file}: npx minhai up makes one, npx minhai credentials create another`,
    );
  }
  const url = options.gateway?.replace(/\/+$/, '') ?? addresses!.gateway;
  return { url, token: readFileSync(file, 'utf8').trim() };
}
