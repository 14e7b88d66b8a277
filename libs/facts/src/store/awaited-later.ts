/** Its failure is that of whoever awaits it, however much later, and not a rejection that nobody handles. */
export function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
