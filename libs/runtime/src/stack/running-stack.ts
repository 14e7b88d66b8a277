import { kafkaJsClient } from '@minhai/kafka';
import { ensureSecrets, type Secrets } from '../files/secrets.js';
import type { HomeLayout } from '../home.js';
import { ensureKafkaJars } from '../kafka/jars.js';
import { startKafka } from '../kafka/start-kafka.js';
import { requireFreePorts } from '../network/port.js';
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.js';
import { startServiceProcess } from '../supervisor/service-process.js';
import { endLeftovers, readState, recordOf, writeState, type Phase } from '../supervisor/state-file.js';
import { SupervisedProcess, type ProcessSpec } from '../supervisor/supervised-process.js';
import { databaseUrls, prepareDatabase, type DatabaseUrls } from './database.js';
import { ANALYST_ROLE, databaseUrl, OWNER_ROLE } from './database-url.js';
import type { ServiceDefinition, Stack, StackOptions, Step } from './stack.js';
import { readTopicList, topicSpecs } from './topics.js';

/** The parts of one instance and the order in which they come and go. */
export class RunningStack implements Stack {
  readonly ports;
  readonly topicPrefix;
  private readonly supervised: SupervisedProcess[] = [];
  private readonly secrets: Secrets;
  private readonly loginRoles: readonly string[];
  private adminUrl: string | undefined;
  private kafkaBrokers: string | undefined;
  private phase: Phase = 'starting';
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly options: StackOptions,
    readonly layout: HomeLayout,
    private readonly releaseLock: () => void,
  ) {
    this.ports = options.ports;
    this.topicPrefix = options.topicPrefix;
    this.adminUrl = options.databaseUrl;
    this.kafkaBrokers = options.kafkaBrokers;
    this.loginRoles = [...new Set([...options.services.map(({ role }) => role), ANALYST_ROLE])];
    this.secrets = ensureSecrets(layout.secretsFile, [OWNER_ROLE, ...this.loginRoles]);
  }

  get brokers(): string {
    if (this.kafkaBrokers === undefined) throw new Error('Kafka has not started yet');
    return this.kafkaBrokers;
  }

  get database(): DatabaseUrls {
    if (this.adminUrl === undefined) throw new Error('PostgreSQL has not started yet');
    return databaseUrls(this.adminUrl, this.secrets);
  }

  async bringUp(step: Step): Promise<void> {
    const { services, migrations } = this.options;
    const names = new Set(services.map(({ name }) => name));
    await endLeftovers(readState(this.layout.stateFile), names);
    // Before anything starts, so that a port taken by another program does not come up half a minute later.
    await requireFreePorts(services.map(({ name, port }) => ({ program: name, port })));
    this.save();
    // Kafka takes seconds, the database little: they start side by side and are shown one after the other.
    const kafka = this.startKafka();
    kafka.catch(() => undefined); // told by the step that waits for it
    await step('PostgreSQL', () => this.startPostgres());
    await step('database', async (say) => {
      const ran = await prepareDatabase(this.database, this.secrets, this.loginRoles, migrations);
      if (ran.length > 0) say(`${ran.length} migrations`);
    });
    await step('Kafka', () => kafka);
    await step('topics', (say) => this.ensureTopics(say));
    const starts = services.map((definition) => this.addService(definition));
    for (const start of starts) start.catch(() => undefined); // told by the step that waits for it
    for (const [index, { name }] of services.entries()) await step(name, () => starts[index]!);
  }

  process(name: string): SupervisedProcess {
    const found = this.supervised.find((process) => process.name === name);
    if (!found)
      throw new Error(
        `no process named ${name}; there are ${this.supervised.map((process) => process.name).join(', ')}`,
      );
    return found;
  }

  processes() {
    return this.supervised.map(recordOf);
  }

  async addService(definition: ServiceDefinition): Promise<SupervisedProcess> {
    const { name, main, port, role } = definition;
    const environment = {
      HOST: '127.0.0.1',
      DATABASE_URL: this.database.url(role),
      KAFKA_BROKERS: this.brokers,
      TOPIC_PREFIX: this.topicPrefix,
      LOG_LEVEL: this.options.logLevel ?? 'info',
      ...definition.environment,
    };
    const service = { name, main, port, environment, logFile: this.layout.logFile(name) };
    return this.supervise({ name, port, start: (spawned) => startServiceProcess(service, spawned) });
  }

  enterPhase(phase: Phase): void {
    this.phase = phase;
    this.save();
  }

  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    this.enterPhase('stopping');
    try {
      // Services first, together: each drains by itself. Then what they stand on.
      const isBase = ({ name }: SupervisedProcess) => name === 'kafka' || name === 'postgres';
      await Promise.all(
        this.supervised.filter((process) => !isBase(process)).map((process) => process.stop()),
      );
      await Promise.all(this.supervised.filter(isBase).map((process) => process.stop()));
    } finally {
      this.enterPhase('stopped');
      this.releaseLock();
    }
  }

  private async startPostgres(): Promise<void> {
    if (this.options.databaseUrl !== undefined) return;
    const { postgres: port } = this.ports;
    const options = {
      directory: this.layout.postgres,
      port,
      logFile: this.layout.logFile('postgres'),
      durable: this.options.durable ?? true,
    };
    const start = async (): Promise<RunningPostgres> => {
      const running = await startPostgres(options);
      this.adminUrl = running.url;
      return running;
    };
    await this.supervise({ name: 'postgres', port, start });
  }

  private async startKafka(): Promise<void> {
    if (this.options.kafkaBrokers !== undefined) return;
    await ensureKafkaJars();
    const { kafka: port, kafkaController: controllerPort } = this.ports;
    const options = {
      directory: this.layout.kafka,
      port,
      controllerPort,
      logFile: this.layout.logFile('kafka'),
    };
    await this.supervise({ name: 'kafka', port, start: () => startKafka(options) });
    this.kafkaBrokers = `127.0.0.1:${port}`;
  }

  private async ensureTopics(say: (detail: string) => void): Promise<void> {
    const { topicPrefix, domains, kafkaBrokers } = this.options;
    // -1 asks a foreign cluster for its own default.
    const topics = topicSpecs(readTopicList(), topicPrefix, domains, kafkaBrokers === undefined ? 1 : -1);
    const client = kafkaJsClient({ brokers: this.brokers.split(','), clientId: 'minhai-runtime' });
    const admin = await client.admin();
    try {
      await admin.ensureTopics(topics);
      say(`${topics.length}`);
    } finally {
      await admin.close();
    }
  }

  private async supervise(spec: ProcessSpec): Promise<SupervisedProcess> {
    if (this.stopping) throw new Error(`${spec.name} is not started: everything is being stopped`);
    const supervised = new SupervisedProcess(spec, {
      changed: () => this.save(),
      say: this.options.say ?? (() => undefined),
    });
    this.supervised.push(supervised);
    await supervised.start();
    return supervised;
  }

  private save(): void {
    writeState(this.layout.stateFile, {
      phase: this.phase,
      supervisor: process.pid,
      portBase: this.options.portBase,
      topicPrefix: this.topicPrefix,
      brokers: this.kafkaBrokers ?? null,
      database: this.adminUrl === undefined ? null : databaseUrl(this.adminUrl),
      processes: this.processes(),
    });
  }
}
