export { gatewayConfig, type GatewayConfig } from './config.js';
export { startGateway, type GatewayStart } from './start-gateway.js';
export { RIGHTS, type Right } from './credentials/rights.js';
export type { LineProblem, PublishAnswer } from './publish-events/publish-report.js';
export type { Receipt, ReceiptEntry, ReceiptStatus } from './receipts/receipt.js';
export type { HeldPage, Reconciliation } from './reconciliation/reconciliation.controller.js';
export type { HeldRecord } from './reconciliation/held-record.js';
export type { Counts, SourceDay, TypeCounts } from './reconciliation/reconciliation.js';
