/** The parameters that are given; undefined ones are left out. */
export const searchOf = (parameters: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** “As known on 15 January” includes that day. Anything but a day is left to the service to judge. */
export const endOfDay = (text: string | undefined): string | undefined =>
  text !== undefined && DAY.test(text) ? `${text}T23:59:59.999+08:00` : text;
