import type { EventTypeName } from '@minhai/schemas';

/**
 * Types whose late reports are flagged by the fact of their figure, so that the figure shows the flag. No event is
 * flagged twice: the fact of timeliness leaves these out. A spec compares the list with the facts.
 */
export const FLAGGED_BY_THEIR_FIGURE: readonly EventTypeName[] = [
  'cn.gov.mca.assistance.benefit.reported',
  'cn.gov.mca.assistance.medical.reported',
  'cn.gov.mca.assistance.medical.settled',
  'cn.gov.mca.assistive.rental.reported',
  'cn.gov.mca.charity.donation.received',
  'cn.gov.mca.charity.donation.reported',
  'cn.gov.mca.charity.expenditure.made',
  'cn.gov.mca.child.beneficiary.reported',
  'cn.gov.mca.community.cloud.household.deregistered',
  'cn.gov.mca.community.cloud.household.registered',
  'cn.gov.mca.community.cloud.household.reported',
  'cn.gov.mca.community.guesthall.closed',
  'cn.gov.mca.community.guesthall.opened',
  'cn.gov.mca.community.worker.hired',
  'cn.gov.mca.community.worker.left',
  'cn.gov.mca.disability.subsidy.reported',
  'cn.gov.mca.eldercare.allowance.reported',
  'cn.gov.mca.eldercare.bed.changed',
  'cn.gov.mca.eldercare.facility.changed',
  'cn.gov.mca.eldercare.facility.closed',
  'cn.gov.mca.eldercare.facility.opened',
  'cn.gov.mca.eldercare.homecare.reported',
  'cn.gov.mca.eldercare.meals.reported',
  'cn.gov.mca.eldercare.mealsite.capacity.changed',
  'cn.gov.mca.eldercare.onekey.reported',
  'cn.gov.mca.eldercare.visit.reported',
  'cn.gov.mca.funeral.burial.completed',
  'cn.gov.mca.funeral.burial.reported',
  'cn.gov.mca.lottery.sales.reported',
  'cn.gov.mca.rescue.admission.reported',
  'cn.gov.mca.rescue.person.admitted',
  'cn.gov.mca.service.item.reported',
  'cn.gov.mca.socialorg.annualreport.filed',
  'cn.gov.mca.socialorg.stock.reported',
  'cn.gov.mca.volunteer.service.reported',
];
