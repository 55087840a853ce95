import { formatOfContentType } from '../exposition/content-type.js';
import { loadParser, loadedParser } from '../exposition/loaded-parser.js';
import type { PrometheusVersion } from '../model/document.js';
import type { ReadBody } from '../ports/inspection.js';

/** Reads answers as the Prometheus of a stack does, and says where it stops; a Content-Type that it does not take is not read. */
export async function bodyReader(version: PrometheusVersion | undefined): Promise<ReadBody> {
  await loadParser();
  const reader = version?.major === 2 ? 'prometheus2' : 'prometheus';
  return (body, contentType) => {
    const format = formatOfContentType(contentType);
    if (format === undefined) return undefined;
    const { problems } = loadedParser()(body, { format });
    const first = problems.find(({ refusedBy }) => refusedBy.includes(reader));
    return first && { line: first.line, column: first.column, text: first.text, message: first.message };
  };
}
