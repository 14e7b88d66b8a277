import { describe, expect, it } from '@jest/globals';
import { Failpoints, InjectedFault } from './failpoints.js';

const armed = (text: string, onKill = () => undefined as void) => Failpoints.parse(text, { kill: onKill });

describe('Failpoints', () => {
  it('given nothing armed, when a place is reached, then nothing happens', async () => {
    await expect(Failpoints.none.hit('lake.before-commit')).resolves.toBeUndefined();
  });

  it('given a throw at the third time, when reached four times, then only the third throws', async () => {
    const points = armed('lake.before-commit:throw:3');
    await points.hit('lake.before-commit');
    await points.hit('lake.before-commit');
    await expect(points.hit('lake.before-commit')).rejects.toBeInstanceOf(InjectedFault);
    await points.hit('lake.before-commit');
  });

  it('given a kill, when another place is reached, then the process lives', async () => {
    let killed = 0;
    const points = armed('lake.after-commit:kill:1,lake.after-publish:throw', () => void killed++);
    await points.hit('lake.before-commit');
    expect(killed).toBe(0);
    void points.hit('lake.after-commit');
    expect(killed).toBe(1);
    await expect(points.hit('lake.after-publish')).rejects.toBeInstanceOf(InjectedFault);
  });

  it.each(['lake.before-commit', 'lake.before-commit:explode:1', 'lake.before-commit:kill:0', ':kill:1'])(
    'given %s, when parsed, then it is refused',
    (text) => {
      expect(() => armed(text)).toThrow(TypeError);
    },
  );
});
