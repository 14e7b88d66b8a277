import { addMonths, type BusinessDay } from '../time/business-day.js';

/** 社会组织评估等级: 5 years (社会组织评估管理办法, 民政部令第39号, 2010). */
export const SOCIAL_ORG_RATING_YEARS = 5;
/** A higher rating may be asked for from 2 years after the last one on (same source). */
export const SOCIAL_ORG_PROMOTION_YEARS = 2;
/** 养老机构等级 (GB/T 37276-2018): general knowledge, so configuration. */
export const INSTITUTION_GRADE_YEARS = 3;

/**
 * Last day on which a rating is valid: the same day `years` later (2016-03-01 → 2021-03-01 still counts), which is how
 * the registers write it and what `validTo` of `socialorg.rated` carries. The day after it there is no rating.
 */
export const socialOrgRatingValidTo = (ratedOn: BusinessDay, years = SOCIAL_ORG_RATING_YEARS): BusinessDay =>
  addMonths(ratedOn, years * 12);

/** The same for the grade of an elder-care institution. */
export const institutionGradeValidTo = (
  gradedOn: BusinessDay,
  years = INSTITUTION_GRADE_YEARS,
): BusinessDay => addMonths(gradedOn, years * 12);

/** First day on which a rated organisation may ask for a higher rating. */
export const socialOrgPromotionFrom = (ratedOn: BusinessDay): BusinessDay =>
  addMonths(ratedOn, SOCIAL_ORG_PROMOTION_YEARS * 12);

/** Both ends count. */
export const isRatingValidOn = (ratedOn: BusinessDay, validTo: BusinessDay, day: BusinessDay): boolean =>
  day >= ratedOn && day <= validTo;
