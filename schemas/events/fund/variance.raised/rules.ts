import type { Rules } from '../../../contract.js';
import type { FundVarianceRaised } from '../../../payloads.generated.js';

const OVERPAYING: ReadonlySet<string> = new Set(['DEATH', 'MOVED_OUT', 'DUPLICATE']);

export const rules: Rules<FundVarianceRaised> = [
  {
    name: 'amounts-differ',
    pointer: '/data/actualFen',
    zh: '应发与实发金额不同（账户异常除外）',
    en: 'what is due and what is paid differ, unless it is the account that is wrong',
    holds: ({ data }) => data.cause === 'ACCOUNT' || data.expectedFen !== data.actualFen,
  },
  {
    name: 'overpaid-when-not-due',
    pointer: '/data/actualFen',
    zh: '死亡、迁出、重复享受的差异为多发',
    en: 'after a death, a move or a double benefit too much is paid',
    holds: ({ data }) => !OVERPAYING.has(data.cause) || data.actualFen >= data.expectedFen,
  },
  {
    name: 'line-of-a-batch',
    pointer: '/data/batchId',
    zh: '填行号须填批次号',
    en: 'a line is a line of a batch',
    holds: ({ data }) => data.line === null || data.batchId !== null,
  },
];
