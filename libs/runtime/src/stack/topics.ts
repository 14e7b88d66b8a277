import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TopicSpec } from '@minhai/kafka';
import { kafkaDeployment } from '../kafka/jars.js';

interface ListedTopic {
  /** Without the prefix; `{domain}` stands for each event domain in turn. */
  readonly name: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface TopicList {
  readonly perDomain: readonly ListedTopic[];
  readonly single: readonly ListedTopic[];
}

/** The one list of topics, deploy/kafka/topics.json. */
export const readTopicList = (): TopicList =>
  JSON.parse(readFileSync(join(kafkaDeployment, 'topics.json'), 'utf8')) as TopicList;

/** The topics of an instance with this prefix and these event domains. */
export function topicSpecs(
  list: TopicList,
  prefix: string,
  domains: readonly string[],
  replicationFactor: number,
): TopicSpec[] {
  const spec = ({ name, partitions, config }: ListedTopic): TopicSpec => ({
    topic: `${prefix}.${name}`,
    partitions,
    replicationFactor,
    config,
  });
  const perDomain = list.perDomain.flatMap((listed) =>
    domains.map((domain) => spec({ ...listed, name: listed.name.replace('{domain}', domain) })),
  );
  return [...perDomain, ...list.single.map(spec)];
}
