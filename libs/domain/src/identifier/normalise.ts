/**
 * What a hand or a spreadsheet made of an identifier, in the form the standards print: NFKC (full-width digits and
 * letters become ASCII), no white space around it, upper case. For importers only. Intake never normalises: an event
 * whose identifier is not in its printed form is refused, so that one thing has one spelling in the lake. Names are
 * never treated like this (NFKC would replace their characters).
 */
export const normaliseIdentifier = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
