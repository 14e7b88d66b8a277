import { intakeTopic, type Catalogue } from '@minhai/events';
import type { Admin, KafkaClient } from '@minhai/kafka';
import type { HealthRegistry } from '@minhai/nest';

interface Topics {
  readonly catalogue: Catalogue;
  readonly topicPrefix: string;
}

/** Ready only while the broker answers for an intake topic: without it every publish would end in 503. */
export function watchProducer(
  kafka: KafkaClient,
  health: HealthRegistry,
  { catalogue, topicPrefix }: Topics,
): void {
  const topic = intakeTopic(topicPrefix, catalogue.all()[0]!.domain);
  let admin: Promise<Admin> | undefined;
  health.addCheck('kafka', async () => {
    admin ??= kafka.admin();
    try {
      await (await admin).partitionCount(topic);
    } catch (error) {
      // A client that failed once is not asked again.
      void admin.then((broken) => broken.close()).catch(() => undefined);
      admin = undefined;
      throw error;
    }
  });
}
