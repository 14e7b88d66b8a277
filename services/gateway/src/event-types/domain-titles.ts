import type { Titles } from '@minhai/events';

/** What departments call the domains. A spec proves that every domain has its title. */
export const DOMAIN_TITLES: Readonly<Record<string, Titles>> = {
  adoption: { zh: '收养登记', en: 'Adoption' },
  assistance: { zh: '社会救助', en: 'Social assistance' },
  assistive: { zh: '康复辅具', en: 'Assistive devices' },
  cert: { zh: '电子证照', en: 'Electronic certificates' },
  charity: { zh: '慈善事业', en: 'Charity' },
  child: { zh: '儿童福利与保护', en: 'Children' },
  community: { zh: '社区治理', en: 'Community' },
  disability: { zh: '残疾人福利', en: 'Disability' },
  eldercare: { zh: '养老服务', en: 'Elder care' },
  exchange: { zh: '跨区域核验', en: 'Cross-region exchange' },
  fund: { zh: '资金发放', en: 'Funds' },
  funeral: { zh: '殡葬管理', en: 'Funerals' },
  lottery: { zh: '福利彩票', en: 'Welfare lottery' },
  marriage: { zh: '婚姻登记', en: 'Marriage' },
  plan: { zh: '规划任务', en: 'Plan milestones' },
  record: { zh: '记录更正', en: 'Records' },
  ref: { zh: '基础数据', en: 'Reference data' },
  rescue: { zh: '救助管理', en: 'Rescue' },
  service: { zh: '政务服务', en: 'Public services' },
  socialorg: { zh: '社会组织', en: 'Social organisations' },
  stat: { zh: '统计上报', en: 'Reported statistics' },
  survey: { zh: '满意度调查', en: 'Surveys' },
  volunteer: { zh: '志愿服务', en: 'Volunteers' },
};
