import type { Language } from './language.js';

export interface Words {
  readonly fields: string;
  readonly rules: string;
  readonly send: string;
  readonly refused: string;
  readonly versions: string;
  readonly subject: string;
  readonly eventTime: string;
  readonly sensitivity: string;
  readonly retention: string;
  readonly schemaId: string;
  readonly field: string;
  readonly meaning: string;
  readonly type: string;
  readonly content: string;
  readonly class: string;
  readonly optional: string;
  readonly codeList: string;
  readonly unit: string;
  readonly rule: string;
  readonly where: string;
  readonly mustHold: string;
  readonly noRules: string;
  readonly sample: string;
  readonly code: string;
  readonly example: string;
  readonly advice: string;
  readonly version: string;
  readonly added: string;
  readonly classes: readonly string[];
  ahead(months: number): string;
  late(days: number | null): string;
  years(retention: string): string;
}

/** The words of the pages about event types. */
export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    fields: '字段',
    rules: '业务规则',
    send: '示例（可直接发送）',
    refused: '会被拒收的例子',
    versions: '版本',
    subject: '业务键（subject）',
    eventTime: '事件时间',
    sensitivity: '敏感级别',
    retention: '保存期限',
    schemaId: '模式编号',
    field: '字段',
    meaning: '含义',
    type: '类型',
    content: '取值',
    class: '级别',
    optional: '可选',
    codeList: '代码表',
    unit: '单位',
    rule: '规则',
    where: '位置',
    mustHold: '要求',
    noRules: '除字段要求外没有其他规则。',
    sample: '示例',
    code: '代码',
    example: '例子',
    advice: '处理办法',
    version: '版本',
    added: '新增字段',
    classes: ['公开', '内部', '个人信息', '敏感个人信息'],
    ahead: (months) =>
      months > 0 ? `可晚于登记时间最多 ${months} 个月；` : '不晚于登记时间（容差 10 分钟）；',
    late: (days) => (days === null ? '登记可以任意滞后。' : `登记最多滞后 ${days} 天（更正除外）。`),
    years: (retention) => (retention === 'permanent' ? '永久' : `${retention.slice(0, -1)} 年`),
  },
  en: {
    fields: 'Fields',
    rules: 'Rules',
    send: 'Samples, ready to send',
    refused: 'Examples that are refused',
    versions: 'Versions',
    subject: 'Natural key (subject)',
    eventTime: 'Event time',
    sensitivity: 'Sensitivity',
    retention: 'Retention',
    schemaId: 'schema id',
    field: 'Field',
    meaning: 'Meaning',
    type: 'Type',
    content: 'Content',
    class: 'Class',
    optional: 'optional',
    codeList: 'code list',
    unit: 'unit',
    rule: 'Rule',
    where: 'Where',
    mustHold: 'What must be so',
    noRules: 'No rules beside what the fields ask for.',
    sample: 'Sample',
    code: 'Code',
    example: 'Example',
    advice: 'What to do',
    version: 'Version',
    added: 'Fields added',
    classes: ['public', 'internal', 'personal', 'sensitive personal'],
    ahead: (months) =>
      months > 0
        ? `may lie up to ${months} months after registration;`
        : 'not after registration (10 minutes of tolerance);',
    late: (days) =>
      days === null
        ? 'registration may lag by any time.'
        : `registration may lag ${days} days, corrections apart.`,
    years: (retention) => (retention === 'permanent' ? 'permanent' : `${retention.slice(0, -1)} years`),
  },
};
