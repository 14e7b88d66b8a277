import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../config.js';
import { requireFreePort } from '../network/port.js';
import { spawnGuarded, type Exit, type GuardedChild } from '../process/guarded-child.js';
import { commandLine, endProcess } from '../process/process-table.js';
import { ensureKafkaJars, kafkaDeployment } from './jars.js';
import { brokersInService } from './metadata-probe.js';
import { serverProperties } from './server-properties.js';

export interface KafkaOptions {
  /** Keeps the topics' data; formatted when empty. */
  readonly directory: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly logFile: string;
}

export interface RunningKafka {
  readonly brokers: string;
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const READY_WITHIN_MS = 90_000;
const STOP_GRACE_MS = 15_000;
/**
 * On two cores, beside everything else, the broker took a quarter to a half less CPU an event than with G1. Without the second
 * compiler it took a third less again of the first 300,000 events and about the same of the next 300,000: of its first minute
 * under load that compiler was a third.
 */
const JVM = [
  '-Xms128m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-Djava.awt.headless=true',
];

/**
 * Starts a one-node Kafka on the loopback address and resolves when it serves. A broker left over from a start that
 * was killed is ended first. Throws PortInUseError, or an Error that carries the end of the log.
 */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const { port, controllerPort, logFile } = options;
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  await endLeftover(directory);
  await requireFreePort('Kafka', port);
  await requireFreePort('Kafka controller', controllerPort);
  const libs = await ensureKafkaJars();
  const java = javaCommand(libs, logFile);
  const propertiesFile = join(directory, 'server.properties');
  const logDirectory = join(directory, 'data');
  const template = readFileSync(join(kafkaDeployment, 'server.properties'), 'utf8');
  writeFileSync(propertiesFile, serverProperties(template, { port, controllerPort, logDirectory }));
  if (!existsSync(join(logDirectory, 'meta.properties'))) await format(java, propertiesFile);
  const child = await java('kafka.Kafka', [propertiesFile]);
  writeFileSync(pidFile(directory), String(child.pid));
  await untilServing(child, port, logFile);
  return {
    brokers: `${LOOPBACK}:${port}`,
    port,
    pid: child.pid,
    exited: child.exited,
    kill: child.kill,
    stop: async () => void (await child.stop()),
  };
}

type Java = (mainClass: string, args: readonly string[]) => Promise<GuardedChild>;

function javaCommand(libs: string, logFile: string): Java {
  const logging = `-Dlog4j2.configurationFile=${join(kafkaDeployment, 'log4j2.properties')}`;
  return (mainClass, args) =>
    spawnGuarded({
      command: 'java',
      args: [...JVM, logging, '-cp', join(libs, '*'), mainClass, ...args],
      // Java takes the encoding of file names from the locale.
      env: childEnvironment({ LC_ALL: 'C.UTF-8' }),
      logFile,
      stopSignal: 'SIGTERM',
      graceMs: STOP_GRACE_MS,
    });
}

async function format(java: Java, propertiesFile: string): Promise<void> {
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const child = await java('kafka.tools.StorageTool', ['format', '-t', clusterId, '-c', propertiesFile]);
  const { code } = await child.exited;
  if (code !== 0) throw new Error(`Kafka could not format its storage:\n${child.output()}`);
}

async function untilServing(child: GuardedChild, port: number, logFile: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!child.hasExited() && performance.now() < deadline) {
    if ((await brokersInService(LOOPBACK, port)) > 0) return;
    await sleep(100);
  }
  await child.stop();
  throw new Error(`Kafka did not start. The end of ${logFile}:\n${child.output()}`);
}

const pidFile = (directory: string): string => join(directory, 'kafka.pid');

/** Ends a broker that still runs on this very directory. */
async function endLeftover(directory: string): Promise<void> {
  if (!existsSync(pidFile(directory))) return;
  const pid = Number(readFileSync(pidFile(directory), 'utf8'));
  if (commandLine(pid)?.includes(join(directory, 'server.properties')))
    await endProcess(pid, 'SIGTERM', STOP_GRACE_MS);
}
