import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import {
  type Employment,
  LEFT,
  REGISTERED,
  employmentsOf,
  isRegistered,
} from '../eldercare-carers/employment.js';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState } from '../finding.js';
import { flow } from '../measure.js';
import { people } from '../protected-measure.js';

const TRAINED = 'cn.gov.mca.eldercare.carer.trained';

type Trained = EventOf<typeof TRAINED>;

const isTrained = ofType(TRAINED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  // What is wrong with an employment is reported where the person is known.
  const { employments } = employmentsOf(history);
  const trainings = history.filter(isTrained);
  return {
    rows: employments.map((employment) => hireRow(employment, trainings)),
    findings: [...sharedNumbers(history), ...trainingProblems(trainings, employments)],
  };
}

/** Trained in time: pre-job training completed by the first work day. */
function hireRow({ from, place, registered }: Employment, trainings: readonly Trained[]): FactRow {
  const training = trainings.find(({ data }) => data.preJob && data.completedOn <= from);
  return {
    measure: 'eldercare.carers-hired',
    ...place,
    dims: { preJobTraining: training ? 'YES' : 'NO' },
    amount: 1,
    validFrom: from,
    validUntil: null,
    causes: training ? [registered.id, training.id] : [registered.id],
  };
}

function trainingProblems(trainings: readonly Trained[], employments: readonly Employment[]): Finding[] {
  return trainings.flatMap((event) => {
    const { preJob, completedOn } = event.data;
    if (employments.length === 0) {
      // Pre-job training comes first by its nature: it waits for the employment.
      const severity = preJob ? 'info' : 'warning';
      return [
        finding(
          'MISSING_PREDECESSOR',
          [event],
          { case: 'trained before registered', day: event.day },
          severity,
        ),
      ];
    }
    const inTime = employments.some(({ registered }) => completedOn <= registered.data.hiredOn);
    return !preJob || inTime ? [] : [outOfState(event, 'pre-job training after hiring')];
  });
}

function sharedNumbers(history: readonly FactEvent<any>[]): Finding[] {
  const [first, ...further] = history.filter(isRegistered);
  return further
    .filter(({ data }) => data.personRef !== first!.data.personRef)
    .map((event) =>
      finding('DUPLICATE_PERSON', [first!, event], { case: 'one number of two persons', day: event.day }),
    );
}

/** Training names the carer's number and no person, so here the number is the entity. */
const ofCarer = (event: FactEvent<{ carerId: string }>): string[] => [event.data.carerId];

/** Carers newly hired, and whether they were trained before they began. */
export const fact: FactDefinition = {
  name: 'eldercare.carer-training',
  titles: { zh: '养老护理员岗前培训', en: 'Pre-job training of carers' },
  measures: [
    people(
      flow(
        'eldercare.carers-hired',
        '人',
        '新上岗养老护理员（按是否岗前培训）',
        'Carers newly hired, by pre-job training',
      ),
    ),
  ],
  reads: { [REGISTERED]: ofCarer, [LEFT]: ofCarer, [TRAINED]: ofCarer },
  fold,
};
