import { loadCatalogue } from '@minhai/events';
import type { GatewayUnderTest } from '../gateway-under-test.spec.js';

export const BED = 'cn.gov.mca.eldercare.BedChanged';
export const BED_TYPE = 'cn.gov.mca.eldercare.bed.changed';
export const bedVersion = loadCatalogue().find(BED_TYPE)!.latest;

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: any;
}

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Asks the registry as a client would: bodies in Confluent's own media type. */
export async function askRegistry(url: string, path: string, ask: Ask = {}): Promise<Answer> {
  const response = await fetch(`${url}/registry${path}`, {
    method: ask.method ?? (ask.body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/vnd.schemaregistry.v1+json', ...ask.headers },
    ...(ask.body !== undefined && {
      body: typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body),
    }),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** Body of a registration or lookup. */
export const withSchema = (schema: object | string): { schema: string } => ({
  schema: typeof schema === 'string' ? schema : JSON.stringify(schema),
});

type Json = Record<string, any>;

/** What a client keeps of a contract: names and types. */
export function plainSchema(schema: object): Json {
  const { type, name, namespace, fields } = schema as Json;
  return {
    type,
    name,
    namespace,
    fields: fields.map((field: Json) => ({
      name: field['name'],
      type: field['type'],
      ...('default' in field && { default: field['default'] }),
    })),
  };
}

/** The bed contract with changed fields. */
export const bedSchema = (change: (fields: Json[]) => Json[]): Json => {
  const plain = plainSchema(bedVersion.schema);
  return { ...plain, fields: change(plain['fields']) };
};

export const optional = (name: string, type: unknown = 'string'): Json => ({
  name,
  type: ['null', type],
  default: null,
});

export const someRecord = (name: string, fields: Json[] = [{ name: 'a', type: 'int' }]): Json => ({
  type: 'record',
  namespace: 'cn.gov.mca.specs',
  name,
  fields,
});

export const as = (token: string): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${token}` },
});

export const registryOf =
  (gateway: () => GatewayUnderTest) =>
  (path: string, ask?: Ask): Promise<Answer> =>
    askRegistry(gateway().url, path, ask);
