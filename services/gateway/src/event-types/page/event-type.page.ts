import { CODES, isCode } from '@minhai/errors';
import type {
  CodeListDescription,
  EventTypeDescription,
  FieldDescription,
  SampleDescription,
} from '../describe-event-type.js';
import { fieldsTable } from './fields.page.js';
import { framed } from './frame.js';
import { html, type Markup } from './html.js';
import type { Language } from './language.js';
import { WORDS, type Words } from './words.js';

/** Everything a publisher needs to send one event type, as a page. */
export function eventTypePage(description: EventTypeDescription, language: Language): string {
  const words = WORDS[language];
  const title = description.titles[language];
  const body = html`<h1>${title}</h1>
    <p class="soft">
      <code>${description.type}</code> · ${description.titles[language === 'zh' ? 'en' : 'zh']}
    </p>
    ${facts(description, words)}
    <h2>${words.fields}</h2>
    ${fieldsTable(description.fields, language)} ${codeLists(description.fields, language)}
    <h2>${words.rules}</h2>
    ${rules(description, language)}
    <h2>${words.send}</h2>
    ${description.samples.map((sample, index) => sampleBlock(sample, index === 0, words))}
    <h2>${words.refused}</h2>
    ${refusedTable(description, language)}
    <h2>${words.versions}</h2>
    ${versions(description, words)}`;
  return framed({ language, title, path: `/v1/event-types/${description.type}`, body });
}

function facts(description: EventTypeDescription, words: Words): Markup {
  const { subject, sensitivity, retention, topic, schemaId, dataschema, aheadMonths, pastDays } = description;
  return html`<dl>
    <dt>${words.subject}</dt>
    <dd><code>${subject}</code></dd>
    <dt>${words.eventTime}</dt>
    <dd>${words.ahead(aheadMonths)} ${words.late(pastDays)}</dd>
    <dt>${words.sensitivity}</dt>
    <dd>${sensitivity} · ${words.classes[sensitivity - 1] ?? ''}</dd>
    <dt>${words.retention}</dt>
    <dd>${words.years(retention)}</dd>
    <dt>HTTP</dt>
    <dd><code>POST /v1/events</code></dd>
    <dt>Kafka</dt>
    <dd><code>${topic}</code> · ${words.schemaId} <code>${schemaId}</code> · <code>${dataschema}</code></dd>
  </dl>`;
}

function codeLists(fields: readonly FieldDescription[], language: Language): Markup {
  const lists = new Map<string, CodeListDescription>();
  for (const field of [...fields, ...fields.flatMap((parent) => parent.fields)])
    if (field.codelist) lists.set(field.codelist.list, field.codelist);
  return html`${[...lists.values()].map(
    (list) =>
      html`<details id="codelist-${list.list}">
        <summary>${list[language]} <code class="soft">${list.list}</code></summary>
        <div class="wide">
          <table>
            ${list.codes.map(
              ({ code, zh, en, validFrom, validTo }) =>
                html`<tr>
                  <td><code>${code}</code></td>
                  <td>${language === 'zh' ? zh : en}</td>
                  <td class="soft">${validFrom ?? ''}${validFrom || validTo ? ' – ' : ''}${validTo ?? ''}</td>
                </tr> `,
            )}
          </table>
        </div>
      </details> `,
  )}`;
}

function rules({ rules: list }: EventTypeDescription, language: Language): Markup {
  const words = WORDS[language];
  if (list.length === 0) return html`<p class="soft">${words.noRules}</p>`;
  return html`<div class="wide">
    <table>
      <tr>
        <th>${words.rule}</th>
        <th>${words.where}</th>
        <th>${words.mustHold}</th>
      </tr>
      ${list.map(
        (rule) =>
          html`<tr>
            <td><code>RULE ${rule.name}</code></td>
            <td><code>${rule.pointer}</code></td>
            <td>${rule[language]}</td>
          </tr> `,
      )}
    </table>
  </div>`;
}

function sampleBlock({ name, event }: SampleDescription, open: boolean, words: Words): Markup {
  const command = `curl -sS "\${MINHAI_URL:-http://127.0.0.1:7310}/v1/events?dryRun=true" \\
  -H "authorization: Bearer $MINHAI_TOKEN" -H "content-type: application/cloudevents+json" --data-binary @- <<'EVENT'
${JSON.stringify(event, null, 2)}
EVENT`;
  const summary = html`<summary>${words.sample} <code>${name}</code></summary>
    <pre>${command}</pre>`;
  return open ? html`<details open>${summary}</details>` : html`<details>${summary}</details>`;
}

function refusedTable({ refused }: EventTypeDescription, language: Language): Markup {
  const words = WORDS[language];
  return html`<div class="wide">
    <table>
      <tr>
        <th>${words.code}</th>
        <th>${words.where}</th>
        <th>${words.example}</th>
        <th>${words.advice}</th>
      </tr>
      ${refused.map(
        ({ name, code, rule, pointer }) =>
          html`<tr>
            <td><code>${code}${rule === null ? '' : ` ${rule}`}</code></td>
            <td><code>${pointer}</code></td>
            <td>${name}</td>
            <td>${isCode(code) ? CODES[code][language] : ''}</td>
          </tr> `,
      )}
    </table>
  </div>`;
}

const versions = ({ history }: EventTypeDescription, words: Words): Markup =>
  html`<div class="wide">
    <table>
      <tr>
        <th>${words.version}</th>
        <th>dataschema</th>
        <th>${words.schemaId}</th>
        <th>${words.added}</th>
      </tr>
      ${history.map(
        ({ version, dataschema, schemaId, added }) =>
          html`<tr>
            <td>${version}</td>
            <td><code>${dataschema}</code></td>
            <td><code>${schemaId}</code></td>
            <td>${added.map((name) => html`<code>${name}</code> `)}</td>
          </tr> `,
      )}
    </table>
  </div>`;
