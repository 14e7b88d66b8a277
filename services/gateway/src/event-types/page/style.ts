import { createHash } from 'node:crypto';

export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --soft: #5b6b7c; --line: #d9e0e7; --ground: #fff; --shade: #f5f7f9; --mark: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4eaf0; --soft: #9fb0c0; --line: #334250; --ground: #141b22; --shade: #1c252e; --mark: #7db8f0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
header { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; color: var(--soft); font-size: .9rem; }
h1 { margin: 1.25rem 0 .25rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.15rem; }
a { color: var(--mark); text-decoration: none; } a:hover { text-decoration: underline; }
code, pre { font: .875em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
pre { margin: .5rem 0 1rem; padding: .9rem 1rem; overflow-x: auto; background: var(--shade); border: 1px solid var(--line); border-radius: 6px; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .925rem; }
th { text-align: left; color: var(--soft); font-weight: 600; white-space: nowrap; }
th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 1rem 0; font-size: .95rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.soft { color: var(--soft); } .nested { padding-left: 1.25rem; }
summary { cursor: pointer; padding: .3rem 0; }
`;

/** What the browser may load: this style and nothing else. */
export const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');
