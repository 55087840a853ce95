import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { LOG_HEADING } from '../../src/model/evidence.js';
import { SEVERITIES, type Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { annotationText, selectAnnotations } from '../../src/report/annotations.js';
import { code, escapeMarkdown, fenced } from '../../src/report/markdown.js';
import { renderHtml } from '../../src/report/html.js';
import { renderSummary } from '../../src/report/summary.js';
import { renderFindings, renderGateText } from '../../src/report/text.js';
import { SAMPLE, finding } from './sample-report.js';

const plain = { color: false };
const validate = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')) as object,
);

describe('the schema of the report', () => {
  test('accepts a report and refuses keys that it does not know', () => {
    expect(validate(SAMPLE) || validate.errors).toBe(true);
    const [suppressed] = [{ finding: finding(), kind: 'inline', reason: 'x' }];
    expect(validate({ ...SAMPLE, suppressed: [suppressed] })).toBe(true);
    expect(validate({ ...SAMPLE, suppressed: [{ ...suppressed, reason: '' }] })).toBe(false);
    const edit = { location: finding().location, replaces: '', text: 'x' };
    const mended = (edits: readonly unknown[]) => ({
      ...SAMPLE,
      findings: [{ ...finding(), fix: { safety: 'safe', title: 'add x', edits } }],
    });
    expect(validate(mended([edit]))).toBe(true);
    expect(validate(mended([]))).toBe(false);
    expect(validate(mended([{ ...edit, replaces: 1 }]))).toBe(false);
    expect(validate({ ...SAMPLE, extra: 1 })).toBe(false);
    expect(validate({ ...SAMPLE, verdict: 'maybe' })).toBe(false);
    expect(validate({ ...SAMPLE, findings: [{ ...finding(), line: 3 }] })).toBe(false);
  });
});

describe('text', () => {
  const sources = new Map([['prometheus.yml', 'scrape_configs:\n\t- job_name: agent-health\n']]);

  test('says how a finding can be mended, and says it once', () => {
    const fix = { safety: 'safe', title: 'write "agent:8000"', edits: [] } as const;
    const tail = (rest: Partial<Finding>): string[] =>
      renderFindings([finding({ ...rest, cause: undefined as never })], sources, plain)
        .trimEnd()
        .split('\n')
        .slice(2);
    expect(tail({ help: 'name a service', fix })).toEqual([
      '  help: name a service',
      '  fix: write "agent:8000" (--fix)',
    ]);
    expect(tail({ help: fix.title, fix: { ...fix, safety: 'suggested' } })).toEqual([
      '  suggestion: write "agent:8000" (--fix --suggestions)',
    ]);
    const one = finding({ help: 'name a service', fix: { ...fix, title: 'write <b>' } });
    expect(annotationText(one)).toMatch(/\nhelp: name a service\nfix: write <b> \(--fix\)$/);
    expect(renderHtml({ ...SAMPLE, findings: [one] })).toContain('fix: write &lt;b&gt; (--fix)');
    expect(renderSummary({ ...SAMPLE, findings: [one] })).toMatch(/→ fix: write &lt;b&gt; .*--fix/);
  });

  test('frames the line and marks the range, also behind tabs', () => {
    const at = { file: 'prometheus.yml', start: { line: 2, column: 14 }, end: { line: 2, column: 26 } };
    expect(
      renderFindings([finding({ location: at })], sources, plain)
        .split('\n')
        .slice(1, 4),
    ).toEqual([
      '  --> prometheus.yml:2:14',
      '  2 │     - job_name: agent-health',
      '    │                 ^^^^^^^^^^^^',
    ]);
  });

  test('cuts a long line around the range', () => {
    const long = `a: ${'x'.repeat(500)}TARGET${'y'.repeat(500)}`;
    const at = { file: 'long.yml', start: { line: 1, column: 504 }, end: { line: 1, column: 510 } };
    const lines = renderFindings([finding({ location: at })], new Map([['long.yml', long]]), plain).split('\n');
    const [source = '', carets = ''] = lines.slice(2, 4);
    expect(source.length).toBeLessThan(140);
    expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('TARGET');
  });

  test('shows a place without its line when the file is not at hand', () => {
    const at = { file: 'gone.yml', start: { line: 9, column: 1 }, end: { line: 9, column: 2 } };
    expect(renderFindings([finding({ location: at })], new Map(), plain)).toContain('--> gone.yml:9:1');
  });

  test('never lets what others wrote start a line, or control the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const one = finding({ message: text, evidence: [text, `::error::${text}`], help: text });
        for (const line of renderFindings([one], sources, plain).split('\n').slice(1)) {
          expect(line).toMatch(/^(?: {2}|$)/);
          expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        }
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('of a run lets no name or address of others control the terminal', () => {
    const evil = 'a\u001b[2J\n::error::b';
    const [target] = SAMPLE.targets;
    const [service] = SAMPLE.services;
    if (!target || !service) throw new Error('the sample has both');
    const report = {
      ...SAMPLE,
      targets: [{ ...target, job: evil, target: evil }],
      services: [{ ...service, image: evil }],
    };
    const text = renderGateText(report, sources, plain);
    expect(text).not.toMatch(/\u001b|^::/m);
    expect(text).toMatch(/^a ::error::b +a ::error::b +up/m);
  });

  test('of a run counts notices, and ends with the verdict', () => {
    const report: Report = {
      ...SAMPLE,
      findings: [...SAMPLE.findings, finding({ severity: 'notice', message: 'a mere notice' })],
    };
    const text = renderGateText(report, sources, plain);
    expect(text).not.toContain('a mere notice');
    expect(renderGateText(report, sources, { ...plain, notices: true })).toContain('a mere notice');
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      'FAIL degraded: 1 error, 1 notice (see --notices) in 2 files, 1 of 2 targets up, 9.1 s',
    );
    expect(text).toMatch(/voice-ai-agent-health +voice-ai-agent:8000 +down/);
  });

  test('of a run counts what is suppressed beside what counts', () => {
    const suppressed = [{ finding: finding({ message: 'hushed' }), kind: 'inline', reason: 'known' }] as const;
    const text = renderGateText({ ...SAMPLE, suppressed }, sources, plain);
    expect(text).not.toContain('hushed');
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      'FAIL degraded: 1 error, 1 suppressed in 2 files, 1 of 2 targets up, 9.1 s',
    );
    const none = renderGateText({ ...SAMPLE, suppressed, findings: [] }, sources, plain);
    expect(none).toContain('no findings, 1 suppressed in 2 files');
  });

  test('is coloured only when asked', () => {
    expect(renderGateText(SAMPLE, sources, plain)).not.toMatch(/\u001b/);
    expect(renderGateText(SAMPLE, sources, { color: true })).toMatch(/\u001b\[31m/);
  });
});

describe('annotations', () => {
  const many = (count: number, severity: Finding['severity']): Finding[] =>
    Array.from({ length: count }, (_, n) => finding({ severity, message: `${severity} ${String(n)}` }));

  test('are at most ten of a severity, and the last one says how many more there are', () => {
    const { shown, cut } = selectAnnotations([...many(3, 'notice'), ...many(25, 'error'), ...many(10, 'warning')]);
    expect(SEVERITIES.map((severity) => shown.filter((one) => one.severity === severity).length)).toEqual([10, 10, 3]);
    expect(cut).toEqual({ error: 16, warning: 0, notice: 0 });
    expect(shown[9]?.message).toBe('16 more errors are in the job summary and in report.json');
    expect(shown[0]?.message).toBe('error 0');
  });

  test('stay within the length that GitHub keeps', () => {
    expect(annotationText(finding({ message: 'x'.repeat(10_000) })).length).toBe(4096);
  });
});

describe('the summary', () => {
  test('has findings, services, targets, a topology, a timeline and logs', () => {
    const summary = renderSummary(SAMPLE);
    for (const part of [
      '❌ Scrapegate: fail',
      '### Findings',
      '### Services',
      '### Targets',
      'flowchart LR',
      '### Timeline',
      '█',
      '<details>',
    ]) {
      expect(summary).toContain(part);
    }
  });

  test('shows the line, what was observed and the log of a failure, and quotes each log once', () => {
    const evidence = ['exit code 127: the command was not found', 'probe run: a\n  b', LOG_HEADING, '```', '<b>'];
    const failed = finding({ evidence, subject: { service: 'voice-ai-agent' } });
    const sources = new Map([['prometheus.yml', `${'\n'.repeat(11)}  - job_name: x <b> x x x x x x x`]]);
    const summary = renderSummary({ ...SAMPLE, findings: [failed] }, { sources });
    expect(summary).toContain('- **exit code 127**: the command was not found\n- **probe run**: a<br>b\n');
    expect(summary).toContain('Last log lines:\n\n````\n```\n<b>\n````');
    expect(summary).toContain('```\n12 │   - job_name: x <b> x');
    expect(summary).not.toContain('Last log lines of voice-ai-agent');
    const html = renderHtml({ ...SAMPLE, findings: [failed] }, sources);
    expect(html).toContain('<pre class="frame">12 │   - job_name: x &lt;b&gt; x');
    expect(html).toContain('<tr><th>exit code 127</th><td><code>the command was not found</code></td></tr>');
    expect(html).toContain('<pre>```\n&lt;b&gt;</pre>');
  });

  test('shows no line that may be a secret', () => {
    const sources = new Map([['prometheus.yml', `${'\n'.repeat(11)}    password: hunter2 and more`]]);
    const secret = finding({ code: 'security/inline-secret', evidence: ['x'] });
    expect(renderSummary({ ...SAMPLE, findings: [secret] }, { sources })).not.toContain('hunter2');
    expect(renderHtml({ ...SAMPLE, findings: [secret] }, sources)).not.toContain('hunter2');
  });

  test('tells what is suppressed and why, escaped', () => {
    const suppressed = [
      { finding: finding({ message: 'down <b>' }), kind: 'settings', reason: 'known | <img src=x>' },
    ] as const;
    const summary = renderSummary({ ...SAMPLE, suppressed });
    expect(summary).toContain('<summary>1 suppressed finding</summary>');
    expect(summary).toContain('| down &lt;b&gt; | known \\| &lt;img src=x&gt;<br><sub>settings</sub> |');
    const html = renderHtml({ ...SAMPLE, suppressed });
    expect(html).toContain('<h2>Suppressed</h2>');
    expect(html).toContain('known | &lt;img src=x&gt;');
    expect(renderHtml(SAMPLE)).not.toContain('<h2>Suppressed</h2>');
  });

  test('is cut below its limit, and says so', () => {
    const cut = renderSummary(SAMPLE, { limitBytes: 1500 });
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1500);
    expect(cut).toContain('report.json has all of it');
    expect(cut).toContain('Scrapegate: fail');
  });

  test('takes no markup, mention or fence of others', () => {
    expect(escapeMarkdown('a|b <img src=x> @team `x` https://evil.example\n# h')).toBe(
      'a\\|b &lt;img src=x&gt; @\u200bteam \\`x\\` https:\u200b//evil.example \\# h',
    );
    expect(code('a`b|c')).toBe('``a`b\\|c``');
    expect(fenced(['```', 'x'])).toBe('````\n```\nx\n````');
  });

  test('keeps its tables whole whatever others write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const [target] = SAMPLE.targets;
        if (!target) throw new Error('the sample has targets');
        const report: Report = {
          ...SAMPLE,
          targets: [{ ...target, job: text, last_error: text }],
          findings: [finding({ message: text })],
        };
        const rows = renderSummary(report)
          .split('\n')
          .filter((line) => line.startsWith('|'));
        for (const row of rows) expect(row).toMatch(/\|$/);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe('the HTML report', () => {
  test('needs nothing else and shows everything', () => {
    const html = renderHtml(SAMPLE);
    expect(html).not.toMatch(/<script|<link|src=|@import|url\(/);
    for (const part of [
      'voice-ai-agent-health',
      'not metrics',
      '<svg',
      'redis:7-alpine',
      'first up',
      'last log lines',
    ]) {
      expect(html).toContain(part);
    }
  });

  test('takes no markup of others', () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='y'>`;
    const [target] = SAMPLE.targets;
    const [service] = SAMPLE.services;
    if (!target || !service) throw new Error('the sample has both');
    const html = renderHtml({
      ...SAMPLE,
      error: evil,
      findings: [finding({ message: evil, help: evil, evidence: [evil], docs_url: evil })],
      targets: [{ ...target, job: evil, target: evil, last_error: evil }],
      services: [{ ...service, name: evil, image: evil, logs_tail: [evil] }],
      files: [{ path: evil, kind: evil, errors: 0, warnings: 0 }],
    });
    expect(html).not.toMatch(/<script|<img|onerror='/);
  });
});
