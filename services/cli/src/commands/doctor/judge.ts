import { formatCount } from '../../terminal/duration.js';
import { ok, warn, wrong, type Finding } from './finding.js';

const MIB = 1024 * 1024;
const NEEDED_DISK = 1024 * MIB;
const COMFORTABLE_DISK = 4096 * MIB;
const NEEDED_MEMORY = 1536 * MIB;
const DAY_MS = 86_400_000;

/** Free bytes where the home directory lies. A full disk stops PostgreSQL, so there must be room to begin with. */
export function judgeDisk(freeBytes: number, home: string): Finding {
  const free = `${formatCount(freeBytes / MIB)} MB free for ${home}`;
  const remedy = 'free some space, or move the home directory: MINHAI_HOME=<directory on another disk>';
  if (freeBytes < NEEDED_DISK) return wrong('disk', free, remedy);
  return freeBytes < COMFORTABLE_DISK ? warn('disk', free, remedy) : ok('disk', free);
}

export function judgeMemory(availableBytes: number): Finding {
  const available = `${formatCount(availableBytes / MIB)} MB available`;
  if (availableBytes >= NEEDED_MEMORY) return ok('memory', available);
  return warn(
    'memory',
    available,
    `close other programs; everything together takes about ${formatCount(NEEDED_MEMORY / MIB)} MB`,
  );
}

/**
 * Nothing on one machine knows the right time, but a clock before our own files were written is certainly wrong, and
 * the gateway refuses events that seem to come from the future. Both times in epoch ms.
 */
export function judgeClock(now: number, newestFile: number): Finding {
  const reads = `reads ${new Date(now).toISOString()}`;
  if (now + DAY_MS >= newestFile) return ok('clock', reads);
  return wrong(
    'clock',
    `${reads}, before this copy of Minhai was written`,
    'set the clock: sudo timedatectl set-ntp true',
  );
}

/** Business days are days of Asia/Shanghai; a Node without its time zone data would count them wrongly. */
export function judgeTimeZone(format: (at: Date) => string): Finding {
  const midnight = format(new Date('2020-12-31T16:00:00Z'));
  if (midnight.includes('2021')) return ok('time zone', 'Asia/Shanghai is known');
  return wrong(
    'time zone',
    'Asia/Shanghai is unknown to this Node',
    'install a Node with full ICU data (every official build has it)',
  );
}

export interface PortCheck {
  readonly name: string;
  readonly port: number;
  readonly free: boolean;
}

/** Ports of an instance that does not run: every one must be free. */
export function judgePorts(checks: readonly PortCheck[], isRunning: boolean, base: number): Finding {
  if (isRunning) return ok('ports', `in use by this instance, ${base} and up`);
  const taken = checks.filter(({ free }) => !free);
  if (taken.length === 0) return ok('ports', `${checks.map(({ port }) => port).join(', ')} are free`);
  const list = taken.map(({ name, port }) => `${port} (${name})`).join(', ');
  return wrong(
    'ports',
    `in use by another program: ${list}`,
    'stop that program, or choose other ports: MINHAI_PORT_BASE=<number>, for example 8300',
  );
}
