/** Limits of one HTTP server; the defaults are the product's published limits. */
export interface HttpLimits {
  /** Largest body read into memory, bytes. Streams of a route with its own parser are limited by that parser. */
  readonly bodyLimit?: number;
  /** Names and values of all headers, and the path. */
  readonly headerBytes?: number;
  readonly headersTimeoutMs?: number;
  /** Whole request, headers and body; 0 for none, where a route streams bodies and watches their pace itself. */
  readonly requestTimeoutMs?: number;
}

const MIB = 1_048_576;

/** Fastify's server options. Nothing is believed about the caller from forwarded headers (`trustProxy` off). */
export const httpLimits = (limits: HttpLimits = {}) => ({
  bodyLimit: limits.bodyLimit ?? MIB,
  requestTimeout: limits.requestTimeoutMs ?? 60_000,
  keepAliveTimeout: 5_000,
  // A socket on which nothing moves at all, in either direction.
  connectionTimeout: 75_000,
  trustProxy: false,
  forceCloseConnections: 'idle' as const,
  return503OnClosing: false,
  routerOptions: { maxParamLength: 512 },
  http: {
    // Node refuses at this number, a limit is what still passes.
    maxHeaderSize: (limits.headerBytes ?? 16_384) + 1,
    headersTimeout: limits.headersTimeoutMs ?? 10_000,
    // How often Node looks for requests that outlived the two limits above.
    connectionsCheckingInterval: 2_000,
  },
});
