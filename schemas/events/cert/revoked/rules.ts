import type { Rules } from '../../../contract.js';
import type { CertRevoked } from '../../../payloads.generated.js';
import { issuerOfIdentifier } from '../identifier-parts.js';

export const rules: Rules<CertRevoked> = [issuerOfIdentifier];
