import { html, Markup } from './html.js';
import type { Language } from './language.js';
import { STYLE } from './style.js';

export interface Frame {
  readonly language: Language;
  readonly title: string;
  /** Path of this page, for the other language. */
  readonly path: string;
  readonly body: Markup;
}

/** A whole document: no script, no other file. */
export function framed({ language, title, path, body }: Frame): string {
  const home = { zh: '全部事件类型', en: 'All event types' }[language];
  const other =
    language === 'zh'
      ? html`<a href="${path}?lang=en">English</a>`
      : html`<a href="${path}?lang=zh">中文</a>`;
  // The style is a constant of this program and stands unescaped, as the policy's hash asks.
  const style = new Markup(`<style>${STYLE}</style>`);
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Minhai</title>
        ${style}
      </head>
      <body>
        <main>
          <header><a href="/v1/event-types?lang=${language}">民海 Minhai · ${home}</a>${other}</header>
          ${body}
        </main>
      </body>
    </html> `;
  return page.text;
}
