/** The only way for text from elsewhere into a report: one file per medium. */
export { escapeMarkup } from './escape/html.js';
export { escapeJsonText, escapeTerminal } from './escape/terminal.js';
export { escapeXml, escapeXmlAttribute } from './escape/xml.js';
