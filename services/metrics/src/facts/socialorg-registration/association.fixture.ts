/** The payload with which an invented association is registered. */
export const association = (usci: string) => ({
  usci,
  name: '示例协会',
  kind: 'ASSOCIATION',
  registrar: '310105',
  supervisor: null,
  industry: null,
  capitalFen: 0,
});
