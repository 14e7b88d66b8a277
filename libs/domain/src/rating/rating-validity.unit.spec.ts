import { describe, expect, it } from '@jest/globals';
import {
  institutionGradeValidTo,
  isRatingValidOn,
  socialOrgPromotionFrom,
  socialOrgRatingValidTo,
} from './rating-validity.js';

describe('validity of ratings', () => {
  it('ends on the same day five years later', () => {
    expect(socialOrgRatingValidTo('2016-03-01')).toBe('2021-03-01');
    expect(socialOrgRatingValidTo('2016-02-29')).toBe('2021-02-28');
    const valid = (day: string) => isRatingValidOn('2016-03-01', socialOrgRatingValidTo('2016-03-01'), day);
    expect(['2016-02-29', '2016-03-01', '2021-03-01', '2021-03-02'].map(valid)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('lets a higher one be asked for after two', () => {
    expect(socialOrgPromotionFrom('2016-03-01')).toBe('2018-03-01');
  });

  it('is three years for the grade of an institution, or as configured', () => {
    expect(institutionGradeValidTo('2020-06-30')).toBe('2023-06-30');
    expect(institutionGradeValidTo('2020-06-30', 5)).toBe('2025-06-30');
  });
});
