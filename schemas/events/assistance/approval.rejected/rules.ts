import type { Rules } from '../../../contract.js';
import { approverNotAcceptor } from '../../../rules/officer-roles.js';
import type { AssistanceApprovalRejected } from '../../../payloads.generated.js';

export const rules: Rules<AssistanceApprovalRejected> = [approverNotAcceptor];
