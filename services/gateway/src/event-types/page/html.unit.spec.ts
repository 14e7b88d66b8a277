import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { html } from './html.js';

describe('html', () => {
  it('escapes texts and keeps markup', () => {
    const name = '<script>"a" & \'b\'</script>';
    expect(html`<b title="${name}">${html`<i>${1}</i>`}${['<', html`<br />`]}${null}</b>`.text).toBe(
      '<b title="&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;"><i>1</i>&lt;<br /></b>',
    );
  });

  it('given any text, then it adds no tag and no attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = html`${text}`.text;
        expect(escaped).not.toMatch(/[<>"']/);
      }),
    );
  });
});
