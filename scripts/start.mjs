// npm start: sets up what is missing (scripts/prepare.mjs), then is `minhai up` with the arguments given:
//   npm start                 everything, with the 2020 ledger; stays up until Ctrl-C
//   npm start -- --exit       stops after the tables; exit code 0 only if every figure matches
//   npm start -- --detach     stays up in the background; `npx minhai down` stops it
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PARENT_LOOK_MS = 1_000;

try {
  await prepare(root);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
stopWhenNpmDies();
// In this very process: signals and the exit code need no forwarding.
const { main } = await import('../services/cli/dist/main.js');
await main([process.execPath, 'minhai', 'up', ...process.argv.slice(2)]);

/**
 * npm hands on the signals it gets, but not SIGKILL: killed itself, it would leave us without an owner. It starts us
 * through a shell, so it is our parent or our grandparent.
 */
function stopWhenNpmDies() {
  if (!process.env.npm_lifecycle_event) return;
  const forebears = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
  const look = setInterval(() => {
    if (forebears.every(isAlive)) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_LOOK_MS);
  look.unref();
}

function parentOf(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) || 0;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
