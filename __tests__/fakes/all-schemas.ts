import { loadGoRegex } from '../../src/promql/go-regex.js';
import { KINDS_WITH_SCHEMA, loadSchemas } from '../../src/schema/compiled-schemas.js';

// Rules are judged in every suite; a run loads what it needs by itself.
await loadSchemas(KINDS_WITH_SCHEMA);
await loadGoRegex();
