/** The style of the HTML report: light and dark by the reader's setting, readable on a phone. */
export const STYLE = `
:root { color-scheme: light dark; --bg: #ffffff; --card: #f6f8fa; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; --info: #0969da; --idle: #afb8c1; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #0d1117; --card: #151b23; --text: #f0f6fc; --dim: #9198a1; --line: #3d444d; --good: #3fb950; --bad: #f85149; --warn: #d29922; --info: #4493f8; --idle: #57606a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; line-height: 1.35; margin: 0 0 16px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 32px 0 12px; }
h3 { font-size: 15px; margin: 4px 0; overflow-wrap: anywhere; }
.badge { color: var(--bg); background: var(--bad); border-radius: 6px; padding: 2px 10px; text-transform: uppercase; font-size: 16px; }
.pass .badge { background: var(--good); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; margin: 0; }
dl div { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; }
dt, .meta, footer { color: var(--dim); font-size: 13px; }
dd { margin: 0; font-size: 20px; font-weight: 600; }
article { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--info); border-radius: 8px; padding: 10px 14px; margin: 10px 0; }
article.error { border-left-color: var(--bad); } article.error strong { color: var(--bad); }
article.warning { border-left-color: var(--warn); } article.warning strong { color: var(--warn); }
article p { margin: 4px 0; } .help::before { content: "→ "; color: var(--dim); }
a { color: var(--info); } ul { margin: 4px 0; padding-left: 20px; }
code, pre { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; margin: 6px 0 0; white-space: pre-wrap; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; color: var(--dim); font-weight: 500; font-size: 13px; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
.long { display: inline-block; white-space: normal; min-width: 220px; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; } .idle { color: var(--dim); font-weight: 600; }
article details { margin-top: 8px; } summary { cursor: pointer; color: var(--info); } footer { text-align: center; padding: 16px; }
.frame { white-space: pre; color: var(--dim); }
.facts { margin: 6px 0; } .facts th, .facts td { border: 0; padding: 2px 12px 2px 0; white-space: normal; } .facts th { white-space: nowrap; width: 1%; }
.legend { color: var(--dim); font-size: 13px; display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 6px 0 0; }
.legend i { display: inline-block; width: 14px; height: 10px; border-radius: 2px; margin-right: 6px; } .legend b { color: var(--bad); margin-right: 6px; }
.legend .scrape { width: 8px; height: 8px; border-radius: 0; transform: rotate(45deg); background: var(--bg); border: 2px solid var(--text); }
svg .failed { stroke: var(--bad); stroke-width: 2.5; fill: none; } svg .first-scrape { fill: var(--bg); stroke: var(--text); stroke-width: 1.5; }
svg { display: block; width: 100%; height: auto; min-width: 620px; } svg text { fill: var(--text); font-size: 12px; } svg .axis { fill: var(--dim); paint-order: stroke; stroke: var(--bg); stroke-width: 3px; }
`;
