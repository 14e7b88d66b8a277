import type { Rules } from '../../../contract.js';
import type { EldercareSafetyMonitoringChanged } from '../../../payloads.generated.js';

export const rules: Rules<EldercareSafetyMonitoringChanged> = [
  {
    name: 'round-the-clock-is-online',
    pointer: '/data/hours24',
    zh: '24小时自动值守须已接入安全监控',
    en: 'who is watched round the clock is connected',
    holds: ({ data }) => data.online || !data.hours24,
  },
];
