/** Where integration specs find their real parts. Set once per run by the global setup or by the caller. */
export const TEST_DATABASE_URL = 'MINHAI_TEST_DATABASE_URL';
export const TEST_KAFKA_BROKERS = 'MINHAI_TEST_KAFKA_BROKERS';
export const TEST_PASSWORD = 'MINHAI_TEST_PASSWORD';

export function requiredVariable(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set: run integration specs through scripts/jest.mjs, which starts the real parts`,
    );
  return value;
}

export const testKafkaBrokers = (): string => requiredVariable(TEST_KAFKA_BROKERS);
