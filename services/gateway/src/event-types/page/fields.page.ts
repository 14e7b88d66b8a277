import { CHECKS } from '../describe-check.js';
import type { FieldDescription } from '../describe-event-type.js';
import { UNITS } from '../describe-unit.js';
import { html, type Markup } from './html.js';
import type { Language } from './language.js';
import { WORDS, type Words } from './words.js';

/** One row a field; the fields of an array's records stand indented below it. */
export function fieldsTable(fields: readonly FieldDescription[], language: Language): Markup {
  const words = WORDS[language];
  return html`<div class="wide">
    <table>
      <tr>
        <th>${words.field}</th>
        <th>${words.meaning}</th>
        <th>${words.type}</th>
        <th>${words.content}</th>
        <th>${words.class}</th>
      </tr>
      ${fields.flatMap((field) => [row(field, language, false), ...field.fields.map((item) => row(item, language, true))])}
    </table>
  </div>`;
}

function row(field: FieldDescription, language: Language, nested: boolean): Markup {
  const words = WORDS[language];
  const name = html`<code>${field.name}</code>`;
  return html`<tr>
    <td>${nested ? html`<span class="nested">${name}</span>` : name}</td>
    <td>${field[language]}</td>
    <td>
      <code>${field.type}</code
      >${field.required ? '' : html`<br /><span class="soft">${words.optional}</span>`}
    </td>
    <td>${content(field, language, words)}</td>
    <td>${field.class}</td>
  </tr> `;
}

function content(field: FieldDescription, language: Language, words: Words): Markup {
  const { codelist, check, unit, min, max } = field;
  const notes: Markup[] = [];
  if (codelist)
    notes.push(html`${words.codeList} <a href="#codelist-${codelist.list}">${codelist[language]}</a>`);
  if (check) notes.push(html`${CHECKS[check]?.[language] ?? check}`);
  if (unit) notes.push(html`${words.unit} ${UNITS[unit]?.[language] ?? unit}`);
  if (min !== null) notes.push(html`≥ ${min}`);
  if (max !== null) notes.push(html`≤ ${max}`);
  return html`${notes.flatMap((note, index) => (index === 0 ? [note] : ['; ', note]))}`;
}
