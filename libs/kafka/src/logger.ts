type Write = (fields: object, message: string) => void;

/** The part of a pino logger this library uses; any object of this shape will do. */
export interface KafkaLogger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

const silent: Write = () => undefined;

export const silentLogger: KafkaLogger = { debug: silent, info: silent, warn: silent, error: silent };
