import { loadParser } from '../../src/exposition/loaded-parser.js';
import { loadGoRegex } from '../../src/promql/go-regex.js';
import { loadAllSchemas } from '../../src/schema/compiled-schemas.js';

// Rules are judged in every suite; a run loads what it needs by itself.
await loadAllSchemas();
await loadGoRegex();
await loadParser();
