import { kafkaJsClient } from '@minhai/kafka';
import {
  databaseUrls,
  OWNER_ROLE,
  prepareDatabase,
  readTopicList,
  topicSpecs,
  type Secrets,
} from '@minhai/runtime';
import type { CliConfig } from '../../config.js';
import { composeStack } from '../../stack/compose.js';
import { CommandError, type CommandContext } from '../command.js';

/** Database role → the variable that carries its password. */
const PASSWORDS: Readonly<Record<string, string>> = {
  [OWNER_ROLE]: 'MINHAI_PASSWORD_OWNER',
  minhai_gateway: 'MINHAI_PASSWORD_GATEWAY',
  minhai_lake: 'MINHAI_PASSWORD_LAKE',
  minhai_metrics: 'MINHAI_PASSWORD_METRICS',
  analyst: 'MINHAI_PASSWORD_ANALYST',
};

/** Passwords of all roles; throws CommandError naming every variable that is missing. */
function passwordsFrom(env: Readonly<Record<string, string | undefined>>): Secrets {
  const missing = Object.values(PASSWORDS).filter((variable) => !env[variable]);
  if (missing.length > 0) throw new CommandError(`set ${missing.join(', ')}`);
  return Object.fromEntries(Object.entries(PASSWORDS).map(([role, variable]) => [role, env[variable]!]));
}

/** What `up` does for embedded parts, for servers of the user's own. Idempotent; safe to run before every deployment. */
export async function migrateServers({ config, terminal }: CommandContext): Promise<void> {
  const { databaseUrl, kafkaBrokers } = config;
  if (!databaseUrl || !kafkaBrokers)
    throw new CommandError('set DATABASE_URL (administrator) and KAFKA_BROKERS');
  const secrets = passwordsFrom(process.env);
  const logins = Object.keys(PASSWORDS).filter((role) => role !== OWNER_ROLE);
  const { migrations } = composeStack(config);
  await terminal.step('database', async (say) => {
    const ran = await prepareDatabase(databaseUrls(databaseUrl, secrets), secrets, logins, migrations);
    say(`${ran.length} migrations`);
  });
  await terminal.step('topics', () => ensureTopics(config, kafkaBrokers));
}

async function ensureTopics(config: CliConfig, brokers: string): Promise<void> {
  const client = kafkaJsClient({ brokers: brokers.split(','), clientId: 'minhai-migrate' });
  const admin = await client.admin();
  try {
    await admin.ensureTopics(
      topicSpecs(
        readTopicList(),
        config.topicPrefix,
        composeStack(config).domains,
        replicationFactor(process.env),
      ),
    );
  } finally {
    await admin.close();
  }
}

/** Copies of every topic: 1 unless KAFKA_REPLICATION_FACTOR says how many brokers share them. */
export function replicationFactor(env: Readonly<Record<string, string | undefined>>): number {
  const text = env.KAFKA_REPLICATION_FACTOR ?? '1';
  if (!/^[1-9]\d?$/.test(text))
    throw new CommandError('KAFKA_REPLICATION_FACTOR must be a number from 1 to 99');
  return Number(text);
}
