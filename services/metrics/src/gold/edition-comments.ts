import { commentsOn } from './comment-sql.js';

const ID = { id: '定稿编号 · id of the edition' };
const EDITION_ID = { edition_id: '定稿编号 · gold.edition.id' };

const EDITION = {
  ...ID,
  district: '区划代码（6位） · GB/T 2260, 6 digits',
  period: '年或月 · a year or a month',
  as_of: '截至日 · last day of the period',
  known_at: '登记截止时间 · only what was registered by then counts',
  digest: '内容摘要（SHA-256） · SHA-256 of contents',
  open_findings: '未关闭的数据质量问题数 · findings open then',
  held_events: '起草时湖中扣留的事件数 · events the lake held back when it was drafted',
};

const FIGURE = {
  ...EDITION_ID,
  indicator_id: '指标编号 · gold.indicator.id',
  region: '区、街镇代码或 unknown · district, 街镇 or unknown',
  value: '指标值 · value; null when withheld or not computable',
  numerator: '分子 · numerator',
  denominator: '分母 · denominator; null when there is none',
  withheld: '因涉及人数过少而不予公布 · withheld because it tells of few people',
  base_published: '规划公布的基准值 · base as published',
  base_computed: '计算所得基准值 · base as computed',
  base_match: '基准值是否相符 · whether both bases are equal',
  target_literal: '规划目标（原文） · target as printed',
  completion: '完成程度（0至1） · share of the way from base to target, 0 to 1',
  status: '状态 · as in gold.indicator_progress',
  definition_version: '所用定义版本 · version of the definition used',
  definition_digest: '所用指标定义的摘要 · SHA-256 of the definition used',
};

const TRANSITION = {
  ...EDITION_ID,
  sequence: '第几步 · step, from 1',
  state: '状态：起草、复核、发布、撤回 · draft, reviewed, published or withdrawn',
  by_reader: '经办人；起草、复核、发布须为三人 · by whom; draft, review and publication by three persons',
  at: '时间（RFC 3339，按签名原文） · time, as signed',
  digest: '所签内容的摘要 · digest of the contents that were signed',
  reason: '撤回原因 · reason of a withdrawal',
  key_id: '签名公钥编号 · gold.edition_key.id',
  previous: '上一步的摘要 · SHA-256 of the step before with its signature',
  signature: '签名 · signature',
};

/** Editions with their figures, steps and keys. */
export const EDITION_COMMENTS: readonly string[] = [
  commentsOn(
    'TABLE',
    'edition',
    '定稿：某区某一时期的全部指标，内容不变 · a period’s figures of a district, pinned for good',
    {
      ...EDITION,
      contents: '规范化 JSON，即 edition.json · canonical JSON, byte for byte edition.json',
    },
  ),
  commentsOn('VIEW', 'edition_state', '定稿及其当前状态 · editions with their state', {
    ...EDITION,
    state: '当前状态 · draft, reviewed, published or withdrawn; null before the first signature',
  }),
  commentsOn('TABLE', 'edition_figure', '定稿中的指标值 · figures of editions', FIGURE),
  commentsOn(
    'TABLE',
    'edition_transition',
    '定稿的每一步：起草、复核、发布、撤回，均有签名并与上一步相连 · each step, signed and chained to the one before',
    TRANSITION,
  ),
  commentsOn('TABLE', 'edition_key', '签名公钥 · public keys editions are signed with', {
    id: '公钥编号（SHA-256） · id: SHA-256 of the key',
    algorithm: '算法 · ed25519 or sm2-sm3',
    public_key: '公钥 · the key',
  }),
];
