/** The only way for text from elsewhere into a report: one file per medium. */
export { escapeCommandData, escapeCommandProperty } from './escape/github.js';
export { escapeMarkup } from './escape/html.js';
export { escapeMarkdown, markdownBlock, markdownCode } from './escape/markdown.js';
export { escapeJsonText, escapeTerminal } from './escape/terminal.js';
export { escapeXml, escapeXmlAttribute } from './escape/xml.js';
