import { logLevel, type logCreator as LogCreator } from 'kafkajs';
import type { KafkaLogger } from '../logger.js';

/** Lines kafkajs writes as errors while everything goes as it should: starting groups, moving leaders, rebalances. */
const EXPECTED = [
  /coordinator is (loading|not available|not aware)/i,
  /not the correct coordinator/i,
  /group is rebalancing|rebalance is in progress|rebalance.* in progress/i,
  /does not host this topic-partition/i,
  /no leader for this topic-partition/i,
  /group member needs to have a valid member id/i,
  /member id is required/i,
  /generation id provided is not/i,
  /topic with this name already exists/i,
  /Limiting retries for the idempotent producer/,
];

const isExpected = (text: string): boolean => EXPECTED.some((pattern) => pattern.test(text));

/** kafkajs repeats what fails, so none of its lines asks a person to act: its errors are our warnings. */
export const logCreator =
  (logger: KafkaLogger): LogCreator =>
  () =>
  ({ namespace, level, log }) => {
    const { message, broker, groupId, topic, partition, error, retryCount } = log;
    const fault = typeof error === 'string' ? error : error instanceof Error ? error.message : undefined;
    const fields = { client: `kafkajs/${namespace}`, broker, groupId, topic, partition, fault, retryCount };
    const loud = level <= logLevel.WARN && !isExpected(`${message} ${fault ?? ''}`);
    if (loud) logger.warn(fields, message);
    else logger.debug(fields, message);
  };
