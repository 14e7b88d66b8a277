import { connect } from 'node:net';

const METADATA = 3;
const VERSION = 1;
const TIMEOUT_MS = 2_000;

/**
 * Asks a broker for the cluster's metadata and returns how many brokers are in service; 0 when nobody answers.
 * A broker listens before it may serve, so that a listening port alone does not mean ready.
 */
export function brokersInService(host: string, port: number): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    const answer = (brokers: number) => {
      socket.destroy();
      resolve(brokers);
    };
    let received = Buffer.alloc(0);
    socket.once('connect', () => socket.write(metadataRequest('minhai-probe')));
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      // Size, correlation id, then the array of brokers, which begins with its count.
      if (received.length >= 12) answer(received.readInt32BE(8));
    });
    socket.once('error', () => answer(0));
    socket.once('timeout', () => answer(0));
    socket.once('close', () => answer(0));
  });
}

/** A request for no topics at all: the brokers are in every answer. */
function metadataRequest(clientId: string): Buffer {
  const client = Buffer.from(clientId, 'utf8');
  const body = Buffer.alloc(4 + 2 + 2 + 4 + 2 + client.length + 4);
  body.writeInt32BE(body.length - 4, 0);
  body.writeInt16BE(METADATA, 4);
  body.writeInt16BE(VERSION, 6);
  body.writeInt32BE(1, 8);
  body.writeInt16BE(client.length, 12);
  client.copy(body, 14);
  body.writeInt32BE(0, 14 + client.length);
  return body;
}
