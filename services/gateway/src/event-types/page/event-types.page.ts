import type { EventTypeSummary } from '../describe-event-type.js';
import { DOMAIN_TITLES } from '../domain-titles.js';
import { framed } from './frame.js';
import { html, type Markup } from './html.js';
import type { Language } from './language.js';

/** The catalogue by domain. */
export function eventTypesPage(eventTypes: readonly EventTypeSummary[], language: Language): string {
  const domains = [...new Set(eventTypes.map(({ domain }) => domain))];
  const title = { zh: '事件类型', en: 'Event types' }[language];
  const body = html`<h1>${title}</h1>
    <p class="soft">
      ${{ zh: `共 ${eventTypes.length} 种，${domains.length} 个领域`, en: `${eventTypes.length} types in ${domains.length} domains` }[language]}
      · <a href="/openapi.json">OpenAPI</a> · <a href="/asyncapi.json">AsyncAPI</a>
    </p>
    <p>${domains.map((domain) => html`<a href="#${domain}">${domainTitle(domain, language)}</a> `)}</p>
    ${domains.map((domain) => section(domain, eventTypes, language))}`;
  return framed({ language, title, path: '/v1/event-types', body });
}

function section(domain: string, eventTypes: readonly EventTypeSummary[], language: Language): Markup {
  const rows = eventTypes.filter((eventType) => eventType.domain === domain);
  return html`<h2 id="${domain}">${domainTitle(domain, language)} <code class="soft">${domain}</code></h2>
    <div class="wide">
      <table>
        ${rows.map(
          ({ type, titles }) =>
            html`<tr>
              <td><a href="/v1/event-types/${type}?lang=${language}">${titles[language]}</a></td>
              <td><code>${type}</code></td>
            </tr> `,
        )}
      </table>
    </div> `;
}

const domainTitle = (domain: string, language: Language): string =>
  DOMAIN_TITLES[domain]?.[language] ?? domain;
