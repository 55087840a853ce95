/** The one place that knows where the documentation is published. */
const DOCS = 'https://github.com/scrapegate/scrapegate/blob/v1/docs';

/** The address of a page of `docs/`, without its ending. */
export function docsUrl(page: string): string {
  return `${DOCS}/${page}.md`;
}
