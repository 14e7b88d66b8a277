/** How much of what is sent; the same seed sends the same. */
export interface FuzzPlan {
  readonly seed: string;
  /** Malformed and hostile inputs, half over HTTP, half over Kafka. */
  readonly hostile: number;
  /** Valid events of all types, half over HTTP, half over Kafka. */
  readonly valid: number;
}

/** What was sent and what became of it. */
export interface FuzzReport {
  readonly types: number;
  readonly valid: { readonly sent: number; readonly refused: readonly string[]; readonly accepted: number };
  readonly http: Hostile;
  readonly kafka: Hostile;
  /** Bytes by which each process grew between the warm-up and the end. */
  readonly growth: Readonly<Record<string, number>>;
  /** Processes that ended or were started again. */
  readonly ended: readonly string[];
}

export interface Hostile {
  readonly sent: number;
  /** By code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Taken although it must not be: names of the mutations. */
  readonly slipped: readonly string[];
  /** Codes that are not in the closed list. */
  readonly foreign: readonly string[];
}

/** What a fuzz run must show; sentences about what it did not. */
export function shortcomings({ valid, http, kafka, growth, ended }: FuzzReport): string[] {
  const most = 64 * 1024 * 1024;
  return [
    ...valid.refused.map((what) => `a valid event was refused: ${what}`),
    ...(valid.accepted === valid.sent
      ? []
      : [`${valid.sent - valid.accepted} valid events are not in the lake`]),
    ...[...http.slipped, ...kafka.slipped].map((name) => `taken: ${name}`),
    ...[...http.foreign, ...kafka.foreign].map((code) => `not a code of the closed list: ${code}`),
    ...ended.map((name) => `${name} ended`),
    ...Object.entries(growth)
      .filter(([, bytes]) => bytes >= most)
      .map(([name, bytes]) => `${name} grew by ${Math.round(bytes / 1024 / 1024)} MiB`),
  ];
}
