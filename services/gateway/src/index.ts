export { gatewayConfig, type GatewayConfig } from './config.js';
export { startGateway, type GatewayStart } from './start-gateway.js';
export { openCredentials, type OpenCredentials } from './credentials/open-credentials.js';
export { CredentialService, type Credential, type NewCredential } from './credentials/credential.service.js';
export { RIGHTS, type Right } from './credentials/rights.js';
export { MemoryBudget } from './publish-events/memory-budget.js';
export { NdjsonSplitter, type LineSink } from './publish-events/ndjson-splitter.js';
export type { LineProblem, PublishAnswer } from './publish-events/publish-report.js';
export type { Receipt, ReceiptEntry, ReceiptStatus } from './receipts/receipt.js';
