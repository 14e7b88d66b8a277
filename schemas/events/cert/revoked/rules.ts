import type { Rules } from '../../../contract.js';
import type { CertRevoked } from '../../../payloads.generated.js';
import { issuerOfIdentifier } from '../../../rules/certificate-issuer.js';

export const rules: Rules<CertRevoked> = [issuerOfIdentifier];
