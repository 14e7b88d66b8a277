import { loadCatalogue } from '@minhai/events';
import { describeService, parseConfig } from '@minhai/nest';
import { AppModule } from './app.module.js';
import { gatewayConfig } from './config.js';
import { asyncApiDocument } from './event-types/asyncapi.js';

const UNUSED = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', KAFKA_BROKERS: '127.0.0.1:1' };
const config = parseConfig(gatewayConfig, UNUSED);

/** What `GET /openapi.json` of a gateway answers. */
export const gatewayOpenApi = (): Promise<object> =>
  describeService({ name: 'gateway', module: AppModule.register(config) });

/** What `GET /asyncapi.json` of a gateway with the default topic prefix answers. */
export const gatewayAsyncApi = (): object => asyncApiDocument(loadCatalogue(), config.TOPIC_PREFIX);
