export interface Finding {
  readonly check: string;
  /** `warn`: works, but the reader should know. */
  readonly verdict: 'ok' | 'warn' | 'wrong';
  readonly detail: string;
  /** What to do; only where something is not right. */
  readonly remedy?: string;
}

export const ok = (check: string, detail: string): Finding => ({ check, verdict: 'ok', detail });
export const warn = (check: string, detail: string, remedy: string): Finding => ({
  check,
  verdict: 'warn',
  detail,
  remedy,
});
export const wrong = (check: string, detail: string, remedy: string): Finding => ({
  check,
  verdict: 'wrong',
  detail,
  remedy,
});
