import { assistanceCircle } from './assistance-circle/assistance-circle.view.js';
import type { DomainView } from './domain-view.js';
import { eldercareCapacity } from './eldercare-capacity/eldercare-capacity.view.js';
import { eldercareOccupancy } from './eldercare-occupancy/eldercare-occupancy.view.js';
import { marriages } from './marriages/marriages.view.js';
import { mcaQuarterly } from './mca-quarterly/mca-quarterly.view.js';
import { needGrade } from './need-grade/need-grade.view.js';
import { socialorgRegister } from './socialorg-register/socialorg-register.view.js';

export const DOMAIN_VIEWS: readonly DomainView[] = [
  eldercareCapacity,
  eldercareOccupancy,
  needGrade,
  assistanceCircle,
  marriages,
  socialorgRegister,
  mcaQuarterly,
];
