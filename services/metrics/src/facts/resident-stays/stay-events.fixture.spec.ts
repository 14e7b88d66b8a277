import { factEvent } from '@minhai/testing';
import { INSTITUTION } from '../institution-events.fixture.spec.js';
import { ADMITTED, DISCHARGED } from './stay.js';

const PERSON = 'per_00000001';

export const admitted = (time: string, stayId = 's-1', data: object = {}) =>
  factEvent(
    ADMITTED,
    {
      stayId,
      personRef: PERSON,
      institutionId: INSTITUTION,
      bedType: 'NURSING',
      careLevel: 'CARE_4',
      ...data,
    },
    { time },
  );

export const discharged = (time: string, stayId = 's-1', data: object = {}) =>
  factEvent(
    DISCHARGED,
    {
      stayId,
      personRef: PERSON,
      institutionId: INSTITUTION,
      bedType: 'NURSING',
      reason: 'HOME',
      ...data,
    },
    { time },
  );
