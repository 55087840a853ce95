import tseslint from 'typescript-eslint';

// Imports point one way: model ← ports, yaml, promql, template, knowledge ← schema ← rules ← stages, settings, stack, suppress, report ← gate
// ← entry; adapters implement ports.
const layers = {
  model: [],
  ports: ['model'],
  yaml: ['model'],
  promql: ['model'],
  template: ['model'],
  knowledge: ['model', 'generated'],
  schema: ['model', 'yaml', 'generated'],
  discovery: ['model', 'promql'],
  exposition: ['model'],
  rules: [
    'model',
    'ports',
    'yaml',
    'schema',
    'promql',
    'template',
    'discovery',
    'exposition',
    'knowledge',
    'generated',
  ],
  tempo: ['model', 'ports', 'yaml', 'fix'],
  stages: ['model', 'ports', 'yaml', 'discovery', 'exposition', 'rules', 'tempo', 'knowledge', 'generated'],
  stack: ['model', 'ports', 'yaml', 'schema', 'exposition', 'knowledge'],
  settings: ['model', 'ports', 'yaml', 'generated'],
  suppress: ['model', 'yaml'],
  report: ['model'],
  fix: ['model'],
  recording: ['model', 'ports', 'rules', 'schema'],
  adapters: ['model', 'ports'],
};
const rooms = [...Object.keys(layers), 'entry', 'generated'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'src/generated/', '**/*.js', '**/*.mjs', 'node_modules/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
    },
  },
  ...Object.entries(layers).map(([room, allowed]) => ({
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: rooms
            .filter((other) => other !== room && !allowed.includes(other))
            .map((other) => ({
              group: [`**/${other}/*`, `**/${other}/**`],
              message: `src/${room} may import only from: ${allowed.join(', ') || 'nothing'}`,
            })),
        },
      ],
    },
  })),
  {
    files: ['__tests__/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
);
