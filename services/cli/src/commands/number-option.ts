import { CommandError } from './command.js';

/** Reads an option that is a number in [min, max]. Throws CommandError that names the option. */
export const numberOption =
  (name: string, min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= min && value <= max))
      throw new CommandError(`${name} is a number from ${min} to ${max}`);
    return value;
  };

/** The same for whole numbers. */
export const wholeNumberOption =
  (name: string, min: number, max: number) =>
  (text: string): number => {
    const value = numberOption(name, min, max)(text);
    if (!Number.isInteger(value)) throw new CommandError(`${name} is a whole number`);
    return value;
  };
