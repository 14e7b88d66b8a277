import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { baseConfig } from './base-config.js';
import { ConfigurationError, describeConfig, parseConfig } from './parse-config.js';

const schema = z.object({
  ...baseConfig,
  PORT: baseConfig.PORT.default(7310),
  BATCH: z.coerce.number().int().positive().default(500).describe('events per batch'),
});

const env = {
  DATABASE_URL: 'postgres://lake:secret@127.0.0.1:7340/minhai',
  KAFKA_BROKERS: '127.0.0.1:7350, b:9092',
};

const problemsOf = (given: Record<string, string | undefined>): readonly string[] => {
  try {
    parseConfig(schema, given);
    return [];
  } catch (error) {
    return (error as ConfigurationError).problems;
  }
};

describe('configuration', () => {
  it('given what is required, then the rest has its defaults', () => {
    expect(parseConfig(schema, env)).toEqual({
      HOST: '127.0.0.1',
      PORT: 7310,
      DATABASE_URL: env.DATABASE_URL,
      KAFKA_BROKERS: ['127.0.0.1:7350', 'b:9092'],
      TOPIC_PREFIX: 'mca',
      LOG_LEVEL: 'info',
      BATCH: 500,
    });
  });

  it('given several problems, then it names them all at once, with what the variables mean and without their values', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://u:hunter2@h/d',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      BATCH: 'x',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'KAFKA_BROKERS',
      'LOG_LEVEL',
      'BATCH',
    ]);
    expect(problems[2]).toBe('KAFKA_BROKERS: is required (Kafka brokers, host:port separated by commas)');
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  it('given an empty variable, then it counts as absent', () => {
    expect(problemsOf({ ...env, KAFKA_BROKERS: '' })).toHaveLength(1);
    expect(parseConfig(schema, { ...env, BATCH: '' }).BATCH).toBe(500);
  });

  it('reads as several lines for the person who starts the service', () => {
    expect(() => parseConfig(schema, {})).toThrow(
      /^Configuration is not usable:\n {2}- DATABASE_URL: .*\n {2}- KAFKA/,
    );
  });

  it('describes every variable for the README', () => {
    const optional = z.string().optional().describe('a file');
    const rows = describeConfig(schema.extend({ OPTIONAL: optional }));
    expect(rows.at(-1)).toEqual({ name: 'OPTIONAL', description: 'a file', defaultValue: '' });
    expect(rows.slice(0, 3)).toEqual([
      { name: 'HOST', description: 'address to listen on; loopback unless set', defaultValue: '127.0.0.1' },
      { name: 'PORT', description: 'port to listen on; 0 picks a free one', defaultValue: '7310' },
      {
        name: 'DATABASE_URL',
        description: 'PostgreSQL connection string of this service’s role',
        defaultValue: undefined,
      },
    ]);
  });
});
