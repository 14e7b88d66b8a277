import { CommandError } from '../command.js';
import type { GatewayClient } from './gateway-client.js';
import { partitionByLength, type BatchOutcome, type Publisher } from './publisher.js';
import type { NumberedLine } from './read-lines.js';

/** Through POST /v1/events, one NDJSON request a batch. */
export class HttpPublisher implements Publisher {
  constructor(private readonly gateway: GatewayClient) {}

  async publish(lines: readonly NumberedLine[]): Promise<BatchOutcome> {
    const { sendable, refused } = partitionByLength(lines);
    if (sendable.length === 0) return { refused };
    const answer = await this.gateway.publishLines(sendable.map(({ bytes }) => bytes));
    for (const problem of answer.refused)
      refused.push({ ...problem, line: sendable[problem.line - 1]!.number });
    if (answer.accepted + refused.length !== lines.length) {
      throw new CommandError(
        `the gateway answered for ${answer.accepted + refused.length} of ${lines.length} lines`,
      );
    }
    return { refused };
  }

  async close(): Promise<void> {}
}
