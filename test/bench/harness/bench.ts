import type { Figure } from './report.js';

/** What one round of one bench measured, by name. */
export type Measurements = Readonly<Record<string, number>>;

export interface Round {
  /** From 1. */
  readonly number: number;
  readonly settings: BenchSettings;
  /** Binary COPY file of the yardstick. */
  readonly reference: ReferenceFile;
  /** A line of progress on standard error. */
  say(message: string): void;
}

export interface BenchSettings {
  readonly rounds: number;
  /** Events of one measurement. */
  readonly events: number;
  /** Seconds that a paced or closed-loop load is measured. */
  readonly seconds: number;
  /** Rows of history and facts that are there when freshness is measured; five times as many, and a half, as well. */
  readonly stateRows: number;
  /** Events in the lake when everything is rebuilt from it. */
  readonly lakeEvents: number;
  /** Directory for CPU profiles of the services; none are made without it. */
  readonly profileDirectory: string | undefined;
}

export interface ReferenceFile {
  readonly path: string;
  readonly rows: number;
}

/** One bench: measures a few goals together, on an instance of its own in every round. */
export interface Bench {
  readonly name: string;
  readonly goals: readonly string[];
  measure(round: Round): Promise<Measurements>;
  /** At least one round. */
  figures(rounds: readonly Measurements[], settings: BenchSettings): Figure[];
}
