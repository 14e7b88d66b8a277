import type { RescueMatchMethod } from '../../../codelists.generated.js';
import type { Rules } from '../../../contract.js';
import type { RescueIdentityMatched } from '../../../payloads.generated.js';

const BIOMETRIC: ReadonlySet<RescueMatchMethod> = new Set(['FACE', 'FINGERPRINT', 'DNA']);

/** What the person says, or a family sees on a site, is no comparison and has neither token nor confidence. */
export const rules: Rules<RescueIdentityMatched> = [
  {
    name: 'comparison-gives-token',
    pointer: '/data/matchToken',
    zh: '人脸、指纹、DNA比对须填比对结果凭证',
    en: 'a biometric comparison gives the token of its result',
    holds: ({ data }) => !BIOMETRIC.has(data.method) || data.matchToken !== null,
  },
];
