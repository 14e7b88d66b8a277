import type { Titles } from '@minhai/events';

export type Language = keyof Titles;

/** The language asked for, else the first of Accept-Language that there is, else Chinese. */
export function languageOf(asked: string | undefined, acceptLanguage: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (language === 'zh' || language === 'en') return language;
  }
  return 'zh';
}

/** True when the reader wants a page rather than JSON. */
export function wantsPage(format: string | undefined, accept: string | undefined): boolean {
  if (format === 'html' || format === 'json') return format === 'html';
  return /^[^,]*text\/html/.test(accept ?? '');
}
