export { factEvent, givenHistory, type Circumstances } from './given-history.js';
export { TEST_LOGINS, testDatabase, type TestDatabase, type TestRole } from './test-database.js';
export {
  TEST_DATABASE_URL,
  TEST_KAFKA_BROKERS,
  TEST_PASSWORD,
  testKafkaBrokers,
} from './test-environment.js';
export { startTestStack, type TestStack } from './test-stack.js';
