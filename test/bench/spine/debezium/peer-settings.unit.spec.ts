import { describe, expect, it } from '@jest/globals';
import { bestOf, connectorConfig, PEER_SETTINGS, propertiesText } from './peer-settings.js';

const place = {
  topic: 'bench.debezium',
  table: 'bench_debezium.event',
  databaseUrl: 'postgresql://role:p%40ss@127.0.0.1:7320/minhai',
  applicationName: 'bench-debezium',
};
const setting = (name: string) => PEER_SETTINGS.find((known) => known.name === name)!;

describe('the settings of the peer', () => {
  it('give the driver its address and the login apart from it', () => {
    expect(connectorConfig(setting('upsert2'), place)).toMatchObject({
      'connection.url':
        'jdbc:postgresql://127.0.0.1:7320/minhai?reWriteBatchedInserts=true&ApplicationName=bench-debezium',
      'connection.username': 'role',
      'connection.password': 'p@ss',
      'insert.mode': 'upsert',
      'tasks.max': '2',
      'batch.size': '5000',
    });
  });

  it('have a consumer group each', () => {
    const names = PEER_SETTINGS.map((each) => connectorConfig(each, place).name);
    expect(new Set(names).size).toBe(PEER_SETTINGS.length);
  });

  it('are escaped as a Java properties file wants it', () => {
    expect(propertiesText({ 'plugin.path': '/home/民政\\x', listeners: 'http://127.0.0.1:1' })).toBe(
      'plugin.path=/home/\\u6c11\\u653f\\\\x\nlisteners=http://127.0.0.1:1\n',
    );
  });
});

describe('the best of the peer', () => {
  it('is the fastest setting of the round', () => {
    expect(bestOf({ 'peer.insert1': 25_000, 'peer.upsert2': 32_000, 'peer.upsert2.cpu': 60_000 })).toEqual({
      setting: setting('upsert2'),
      rate: 32_000,
    });
  });

  it('is none in a round without the peer', () => {
    expect(bestOf({ eventsPerSecond: 12_000 })).toBeUndefined();
  });
});
