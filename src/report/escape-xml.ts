import { escapeHtml } from './escape-html.js';
import { wellFormed } from '../model/harmless.js';

/** Text of others in XML 1.0, which has no way to write control characters, halves of surrogate pairs and two code points more. */
export function escapeXml(text: string): string {
  return escapeHtml(wellFormed(text)).replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}

/** The same in a quoted attribute, where a parser would turn line breaks and tabs into spaces. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
