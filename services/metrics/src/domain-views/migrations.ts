import type { MigrationClass } from '@minhai/postgres';
import { CreateAssistanceCircle } from './assistance-circle/assistance-circle.migration.js';
import { CreateEldercareCapacity } from './eldercare-capacity/eldercare-capacity.migration.js';
import { CreateEldercareOccupancy } from './eldercare-occupancy/eldercare-occupancy.migration.js';
import { CreateMarriages } from './marriages/marriages.migration.js';
import { CreateMcaQuarterly } from './mca-quarterly/mca-quarterly.migration.js';
import { CreateNeedGrade } from './need-grade/need-grade.migration.js';
import { CreateSocialorgRegister } from './socialorg-register/socialorg-register.migration.js';

export const domainTables: readonly MigrationClass[] = [
  CreateEldercareCapacity,
  CreateEldercareOccupancy,
  CreateNeedGrade,
  CreateAssistanceCircle,
  CreateMarriages,
  CreateSocialorgRegister,
  CreateMcaQuarterly,
];
