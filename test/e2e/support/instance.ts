import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  composeStack,
  ensureDemoCredential,
  readConfig,
  serviceDefinition,
  type CliConfig,
} from '@minhai/cli';
import { openDatabase, type Database } from '@minhai/postgres';
import { isPortFree, startStack, type ServiceDefinition, type Stack } from '@minhai/runtime';
import { runMinhai, type CommandResult } from './command.js';
import { loadInto, type LoadOptions, type Sent } from './load.js';
import { settled } from './settled.js';

/** A whole Minhai of its own: home directory, ports, database, broker, services as real processes. */
export interface TestInstance {
  readonly config: CliConfig;
  readonly stack: Stack;
  readonly token: string;
  readonly gatewayUrl: string;
  /** Connected as the owner of all objects, to look at what no service may see whole. */
  readonly lake: Database;
  /** A service as shipped, without what this instance was started with; to be added under another name. */
  plainService(name: 'gateway' | 'lake' | 'metrics'): ServiceDefinition;
  minhai(args: readonly string[], input?: string): Promise<CommandResult>;
  /** Publishes lines until each is acknowledged, whatever falls over meanwhile. */
  load(lines: readonly string[], options?: Partial<LoadOptions>): Promise<Sent>;
  /** Resolves when everything acknowledged is folded into the figures. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const PORTS_OF_AN_INSTANCE = [10, 20, 25, 40, 50, 51, 60];

const BASES = 120;

/**
 * A port base whose ports are all free, starting from a place that differs between test processes; those of one run look
 * at every other base, so that two that look at once take different ones. Below 32768, where the ports of outgoing
 * connections begin: one of those could take a port of an instance between two starts.
 */
export async function freePortBase(): Promise<number> {
  const first = 2 * (process.pid % (BASES / 2)) + (Number(process.env['JEST_WORKER_ID'] ?? 1) % 2);
  for (let turn = 0; turn < BASES; turn += 2) {
    const base = 20_000 + ((first + turn) % BASES) * 100;
    const free = await Promise.all(PORTS_OF_AN_INSTANCE.map((offset) => isPortFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no free port base');
}

export async function testEnvironment(): Promise<Record<string, string>> {
  const home = await mkdtemp(join(tmpdir(), 'minhai-e2e-'));
  return { MINHAI_HOME: home, MINHAI_PORT_BASE: String(await freePortBase()) };
}

/** `serviceEnvironment`: variables for one service, e.g. a failpoint for the lake. */
export async function startInstance(
  serviceEnvironment: Readonly<Record<string, Record<string, string>>> = {},
): Promise<TestInstance> {
  const environment = await testEnvironment();
  const config = readConfig(environment);
  const composed = composeStack(config);
  const services = composed.services.map((service): ServiceDefinition => ({
    ...service,
    environment: { ...service.environment, ...serviceEnvironment[service.name] },
  }));
  const stack = await startStack({ ...composed, services, durable: true });
  const token = await ensureDemoCredential(
    stack.database.url('minhai_gateway'),
    join(config.home, 'demo-credential'),
  );
  const lake = openDatabase({ url: stack.database.url('minhai_owner'), applicationName: 'e2e' });
  const gatewayUrl = `http://127.0.0.1:${config.ports.gateway}`;
  return {
    config,
    stack,
    token,
    gatewayUrl,
    lake,
    plainService: (name) => serviceDefinition(name, config),
    minhai: (args, input) => runMinhai(args, environment, input),
    load: (lines, options) => loadInto({ gatewayUrls: [gatewayUrl], token, ...options }, lines),
    settled: () => settled(config),
    stop: async () => {
      await lake.close();
      await stack.stop();
      await rm(config.home, { recursive: true, force: true });
    },
  };
}
