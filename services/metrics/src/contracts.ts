import { baseConfig } from '@minhai/nest';
import { announcementAsyncApi } from './flush/announcement.channel.js';

/** What metrics with the default topic prefix adds to docs/asyncapi.yaml: channels, operations and messages. */
export const metricsAsyncApi = () => announcementAsyncApi(baseConfig.TOPIC_PREFIX.parse(undefined));
