import { applyDecorators, Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';

/** Our handlers' decorators and strategies meet under this id; other transports of the application ignore them. */
export const BATCH_KAFKA = Symbol('BatchKafka');

export const ASSIGNED = 'assigned';
export const REVOKED = 'revoked';
export const BATCH = 'batch';

/** Nest would turn an error into a reply for a remote caller; here the error itself carries the policy. */
@Catch()
class PassErrorThrough implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

const part = (consumer: string, role: string): MethodDecorator =>
  applyDecorators(MessagePattern(`${consumer}/${role}`, BATCH_KAFKA), UseFilters(new PassErrorThrough()));

/** `(partition: TopicPartition) => Promise<bigint>`: the next offset to read, from the handler's own store. Required. */
export const OnAssigned = (consumer: string): MethodDecorator => part(consumer, ASSIGNED);

/** `(partition: TopicPartition) => void`. Optional. */
export const OnRevoked = (consumer: string): MethodDecorator => part(consumer, REVOKED);

/** `(batch: RecordBatch) => Promise<bigint>`: the next offset to read, once effects and offset are durable. Required. */
export const OnBatch = (consumer: string): MethodDecorator => part(consumer, BATCH);
