import { describe, expect, it } from '@jest/globals';
import { serverProperties } from './server-properties.js';

const place = { port: 7350, controllerPort: 7351, logDirectory: '/home/minhai/kafka/data' };

describe('server.properties', () => {
  it('gets the ports and the directory filled in', () => {
    const template =
      'listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}\nlog.dirs=${logDirectory}';
    expect(serverProperties(template, place)).toBe(
      'listeners=PLAINTEXT://127.0.0.1:7350,CONTROLLER://127.0.0.1:7351\nlog.dirs=/home/minhai/kafka/data',
    );
  });

  it('leaves comments alone', () => {
    expect(serverProperties('# words in ${...} and ${anything}', place)).toBe(
      '# words in ${...} and ${anything}',
    );
  });

  it('escapes what a Java properties file would read differently', () => {
    expect(serverProperties('log.dirs=${logDirectory}', { ...place, logDirectory: '/home/民政\\x' })).toBe(
      'log.dirs=/home/\\u6c11\\u653f\\\\x',
    );
  });

  it('refuses a template that asks for something unknown', () => {
    expect(() => serverProperties('node.id=${nodeId}', place)).toThrow('nodeId');
  });
});
