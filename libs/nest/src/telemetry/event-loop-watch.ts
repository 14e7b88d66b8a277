import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Telemetry } from './telemetry.js';

const INTERVAL_MS = 5_000;
const RESOLUTION_MS = 20;
const BLOCKED_MS = 1_000;
const NANOSECONDS_PER_MS = 1e6;

/** Publishes the longest delay of the event loop in each interval, and says so when it blocked for a second. */
export function watchEventLoop(telemetry: Telemetry, logger: Logger): { stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const longest = telemetry.gauge(
    'event_loop_delay_max_seconds',
    'Longest event loop delay of the last 5 seconds',
  );
  const blocked = telemetry.counter(
    'event_loop_blocked_total',
    'Intervals in which the event loop blocked for a second',
  );
  const timer = setInterval(() => {
    const milliseconds = Math.max(0, delay.max / NANOSECONDS_PER_MS - RESOLUTION_MS);
    longest.set(milliseconds / 1_000);
    if (milliseconds >= BLOCKED_MS) {
      blocked.inc();
      logger.warn({ milliseconds: Math.round(milliseconds) }, 'event loop was blocked');
    }
    delay.reset();
  }, INTERVAL_MS);
  timer.unref();
  delay.enable();
  return {
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}
