import { NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { CODES, RefusedError, RejectedEventError, RetryableError } from '@minhai/errors';
import { problemOf } from './problem.filter.js';

describe('problem details', () => {
  it('given a refusal, then status, code and what to do are told', () => {
    expect(problemOf(new RefusedError(403, 'SOURCE_NOT_ALLOWED', undefined, { source: 'urn:x' }))).toEqual({
      type: 'urn:minhai:problem:source-not-allowed',
      title: CODES.SOURCE_NOT_ALLOWED.en,
      status: 403,
      code: 'SOURCE_NOT_ALLOWED',
      detail: CODES.SOURCE_NOT_ALLOWED.en,
      source: 'urn:x',
    });
  });

  it('given an event that can never be accepted, then its place is told', () => {
    expect(problemOf(new RejectedEventError('FIELD_MISSING', '/data/delta'))).toMatchObject({
      status: 400,
      pointer: '/data/delta',
    });
  });

  it('given a dependency that is away, then the caller may try again and learns nothing of our inside', () => {
    const problem = problemOf(new RetryableError('UNAVAILABLE', 'connect ECONNREFUSED 10.0.0.7:5432'));
    expect(problem).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(JSON.stringify(problem)).not.toContain('10.0.0.7');
  });

  it('given an error of the framework, then its status gets one of our codes', () => {
    expect(problemOf(new NotFoundException())).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(problemOf(new PayloadTooLargeException())).toMatchObject({ status: 413, code: 'SIZE' });
    expect(problemOf({ statusCode: 415 })).toMatchObject({ status: 415, code: 'MEDIA_TYPE' });
  });

  it('given a bug, then nothing of it is told', () => {
    const problem = problemOf(new TypeError('partyA of per_12345678 is undefined'));
    expect(problem).toMatchObject({ status: 500, code: 'HANDLER_ERROR' });
    expect(JSON.stringify(problem)).not.toContain('per_');
  });
});
