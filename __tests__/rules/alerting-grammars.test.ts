import { describe, expect, test } from '@jest/globals';
import { acceptsEncoding } from '../../src/model/accept-encoding.js';
import { goDurationNs } from '../../src/model/go-duration.js';
import { parseGoUrl } from '../../src/model/go-url.js';
import { timeZoneExists } from '../../src/model/time-zone.js';
import { matcherFault } from '../../src/rules/matchers.js';
import { templateProblem } from '../../src/template/check.js';

test.each([
  ['0', 0],
  ['-1.5h', -5.4e12],
  ['1m30s', 9e10],
  ['.5s', 5e8],
  ['1µs2ns', 1002],
  ['1d', undefined],
  ['5', undefined],
  ['', undefined],
  ['-', undefined],
  ['1h30', undefined],
  ['2562048h', undefined],
])('the Go duration %p is %p ns', (written, expected) => {
  expect(goDurationNs(written)).toBe(expected);
});

describe('a URL is taken apart as Go does', () => {
  test.each([
    ['HTTPS://user:pw@Host:8080/a%20b?x=%zz#y', 'https', 'Host:8080'],
    ['http://[::1]:80', 'http', '[::1]:80'],
    ['http://a:1:2', 'http', 'a:1:2'],
    ['http://a%25b', 'http', 'a%25b'],
    ['//host/path', '', 'host'],
    ['///path', '', ''],
    ['mailto:someone', 'mailto', ''],
    ['', '', ''],
  ])('%p', (written, scheme, host) => {
    expect(parseGoUrl(written)).toEqual({ scheme, host });
  });

  test.each([
    ':80',
    'http://a b',
    'http://a:b',
    'http://[::1',
    'http://[a]',
    'http://a[',
    'http://a/%z',
    'a:b:c d/\n',
    '1:2',
    'http://a%41',
    'http://u"@a',
  ])('%p is refused', (written) => {
    expect(parseGoUrl(written)).toHaveProperty('fault');
  });
});

test.each([
  ['Europe/Berlin', true],
  ['America/Argentina/Buenos_Aires', true],
  ['US/Pacific', true],
  ['Etc/GMT+1', true],
  ['right/UTC', true],
  ['UTC', true],
  ['', true],
  ['europe/berlin', false],
  ['EUROPE/BERLIN', false],
  ['Europe', false],
  ['Mars/Base', false],
  ['../UTC', false],
  ['+01:00', false],
  ['CEST', false],
])('the time zone %p exists: %p', (name, expected) => {
  expect(timeZoneExists(name)).toBe(expected);
});

describe('matchers', () => {
  test.each([
    '',
    '{}',
    'a="b"',
    'a=b,',
    '{a=b,c!~"d"}',
    '"a b"="c"',
    'é=~".*"',
    'a="\\u00e9\\n"',
    '1a=b',
    '""=c',
    '\u{1f600}=x',
  ])('%p is read by the UTF-8 parser', (line) => {
    expect(matcherFault(line)).toBeUndefined();
  });

  test.each(['a=b c', 'a=', 'a="\\q"', '{a=b', 'a=b}', 'a==b', 'a=b=c', 'a="b\\""'.replace('\\"', '\\d')])(
    '%p is read by the old parser only',
    (line) => {
      expect(matcherFault(line)).toMatchObject({ classicOnly: true });
    },
  );

  test.each(['a', '=b', ',a=b', 'a b=c', 'a="b', 'a=b"c', 'a=~"["', 'a=~(?=x)', '5', 'a-b', 'é=b c'])(
    '%p is read by neither',
    (line) => {
      expect(matcherFault(line)).toMatchObject({ classicOnly: false });
    },
  );
});

test.each([
  ['plain }} text', undefined],
  ['{{ "}}" }}{{/* }} */}}{{- `{{` -}}', undefined],
  ['{{ if .A }}{{ else if .B }}{{ else }}{{ end }}', undefined],
  ['a {{ .B', 2],
  ['{{ "x }}', 3],
  ['{{/* x }}', 0],
  ['a {{ }}', 5],
  ['{{ range .A }}{{ if .B }}{{ end }}', 0],
  ['{{ if .A }}{{ end }}{{ end }}', 23],
  ['{{ else }}', 3],
  ['{{ range $i, $a := .Alerts }}{{ $a.Labels.x | toUpper }}{{ $i }}{{ $.Status }}{{ end }}', undefined],
  ['{{ with $x := index .A "foo bar" }}{{ printf `%s foo` $x }}{{ template "foo" . }}{{ end }}', undefined],
  ['{{ if and (eq 0x1F 1e5) true }}{{ nil }}{{ .foo.bar }}{{ end }}', undefined],
  ['ab{{ .Labels | humanize }}', 15],
  ['ab{{ $missing }}', 5],
])('the template %p breaks at %p', (text, offset) => {
  expect(templateProblem(text, { functions: ['toUpper', 'join'], variables: [] })?.start).toBe(offset);
});

test.each([
  ['gzip', 'gzip', true],
  ['br', 'gzip', false],
  ['*', 'gzip', true],
  ['br, gzip;q=0.5', 'gzip', true],
  ['gzip;q=0', 'gzip', false],
  ['gzip;q=x', 'gzip', false],
  ['GZIP', 'gzip', false],
  ['gzip;q=0.1, *;q=0', 'gzip', true],
  ['', 'gzip', true],
  ['br', '', true],
])('Accept-Encoding %p takes %p: %p', (accepted, encoding, expected) => {
  expect(acceptsEncoding(accepted, encoding)).toBe(expected);
});
