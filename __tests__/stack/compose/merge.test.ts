import { describe, expect, test } from '@jest/globals';
import { stackOf } from '../../fakes/load.js';

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  return stackOf(files).problems.map(
    ({ code, location, message }) =>
      `${code} ${location?.file ?? ''}:${String(location?.start.line)}:${String(location?.start.column)} ${message}`,
  );
}

describe('what cannot be merged is said where it is written', () => {
  test('a mapping and a list', () => {
    expect(
      problemsOf({
        'compose.yml': 'services:\n  web:\n    image: web:1\n    deploy: {replicas: 2}\n',
        'compose.override.yml': 'services:\n  web:\n    deploy: [replicas]\n',
      }),
    ).toEqual([
      'compose/merge compose.override.yml:3:13 "services.web.deploy" is a mapping in an earlier file and cannot become a sequence',
    ]);
  });

  test('a service that is also included', () => {
    expect(
      problemsOf({
        'compose.yml': 'include: [db.yml]\nservices:\n  db:\n    image: db:2\n',
        'db.yml': 'services:\n  db:\n    image: db:1\n',
      }),
    ).toEqual(['compose/extends compose.yml:3:3 "services.db" is defined here and in a file that is included']);
  });

  test('a service that is included and the same', () => {
    const db = 'services:\n  db:\n    image: db:1\n';
    expect(problemsOf({ 'compose.yml': `include: [db.yml]\n${db}`, 'db.yml': db })).toEqual([]);
  });

  test('an include that is missing is told where it is named', () => {
    expect(problemsOf({ 'compose.yml': 'include:\n  - none.yml\nservices: {web: {image: "web:1"}}\n' })).toEqual([
      'file/unreadable compose.yml:2:5 the file "none.yml" does not exist',
    ]);
  });
});

describe('values keep the place that gave them', () => {
  test('through an override and extends', () => {
    const stack = stackOf({
      'compose.yml': 'services:\n  web:\n    extends: {file: base.yml, service: base}\n',
      'compose.override.yml': 'services:\n  web:\n    environment: [B=2]\n',
      'base.yml': 'services:\n  base:\n    image: base:1\n    environment: {A: 1, B: 1}\n',
    });
    const [web] = stack.project.services;
    expect(web?.image?.at.file.path).toBe('base.yml');
    expect(web?.environment.get('A')?.at.file.path).toBe('base.yml');
    expect(web?.environment.get('B')).toMatchObject({ value: '2', at: { file: { path: 'compose.override.yml' } } });
  });
});
