import { describe, expect, it } from '@jest/globals';
import { portBase, ports } from './ports.js';

describe('the ports of an instance', () => {
  it('are the documented ones by default', () => {
    expect(ports()).toMatchObject({
      portal: 7300,
      gateway: 7310,
      metrics: 7320,
      lake: 7325,
      postgres: 7340,
      kafka: 7350,
      kafkaController: 7351,
    });
  });

  it('move together with the base', () => {
    expect(ports(portBase({ MINHAI_PORT_BASE: '9000' })).gateway).toBe(9010);
  });

  it.each(['80', '65500', '7300.5', 'many', ''])('refuse the base %j and say what is allowed', (base) => {
    expect(() => portBase({ MINHAI_PORT_BASE: base })).toThrow(
      'MINHAI_PORT_BASE must be a whole number from 1024 to 65484',
    );
  });
});
