/** Injection tokens; the classes HealthRegistry, Telemetry and Resources are their own tokens. */
export const DATABASE = Symbol('Database');
export const KAFKA = Symbol('KafkaClient');
export const PRODUCER = Symbol('Producer');
export const LOGGER = Symbol('Logger');
/** `Exit`: ends the process; a spec passes its own. */
export const EXIT = Symbol('Exit');

export type Exit = (code: number) => void;
