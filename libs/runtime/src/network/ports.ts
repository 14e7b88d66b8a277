/** Every port is the base plus a fixed offset, so that one number moves a whole instance. */
const OFFSETS = {
  portal: 0,
  gateway: 10,
  metrics: 20,
  lake: 25,
  exchange31: 31,
  exchange32: 32,
  exchange33: 33,
  exchange34: 34,
  postgres: 40,
  kafka: 50,
  kafkaController: 51,
} as const;

export type PortName = keyof typeof OFFSETS;
export type Ports = Readonly<Record<PortName, number>>;

export const DEFAULT_PORT_BASE = 7300;
const HIGHEST_BASE = 65_535 - Math.max(...Object.values(OFFSETS));

/** The ports of the instance with this base. Throws when one of them would not be a port. */
export function ports(base: number = DEFAULT_PORT_BASE): Ports {
  if (!Number.isInteger(base) || base < 1024 || base > HIGHEST_BASE) {
    throw new RangeError(`MINHAI_PORT_BASE must be a whole number from 1024 to ${HIGHEST_BASE}, not ${base}`);
  }
  return Object.fromEntries(Object.entries(OFFSETS).map(([name, offset]) => [name, base + offset])) as Ports;
}

/** The base named by the environment, or the default. */
export function portBase(env: Readonly<Record<string, string | undefined>>): number {
  return ports(Number(env.MINHAI_PORT_BASE ?? DEFAULT_PORT_BASE)).portal;
}
