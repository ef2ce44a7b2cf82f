import { escapeHtml } from './escape-html.ts';
import type { LetterParts } from './letter.ts';

// Styles stand at the elements, since mail programs throw away what stands in the head. Text and ground keep the program's own colours, so
// that they are readable in the dark; only the button has its own pair (14 to 1), and an edge that shows it on a dark ground.
const BODY =
  'margin:0;padding:24px;font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.5';
const SHEET = 'max-width:36em;margin:0 auto';
const NAME = 'margin:0 0 24px;font-size:20px;font-weight:bold';
const BUTTON =
  'display:inline-block;padding:12px 24px;border:2px solid #7fb3b5;border-radius:6px;background-color:#0b2e3f;color:#ffffff;' +
  'font-weight:bold;text-decoration:none';
const SMALL = 'font-size:14px';
const ADDRESS = 'overflow-wrap:anywhere;word-break:break-word';
const FOOTER = 'margin-top:32px;padding-top:8px;border-top:1px solid #7f98a0;font-size:14px';

const lines = (text: string): string => escapeHtml(text).replaceAll(/\r?\n/g, '<br>');
const paragraph = (text: string): string => `<p>${lines(text)}</p>`;

function buttonAsHtml({ label, url, copy }: NonNullable<LetterParts['button']>): string[] {
  const address = escapeHtml(url);
  return [
    `<p><a href="${address}" style="${BUTTON}">${lines(label)}</a></p>`,
    `<p style="${SMALL}">${lines(copy)}<br><span style="${ADDRESS}">${address}</span></p>`,
  ];
}

/** A letter as HTML that needs no styles in its head, no tables and no pictures. */
export function letterAsHtml(parts: LetterParts): string {
  const { language, siteName, subject, greeting, paragraphs, button, ending, closing, footer } = parts;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(subject)}</title>`,
    '</head>',
    `<body style="${BODY}">`,
    // Some programs keep only what is inside the body.
    `<div lang="${language}" style="${SHEET}">`,
    `<p style="${NAME}">${escapeHtml(siteName)}</p>`,
    ...[greeting, ...paragraphs].map(paragraph),
    ...(button ? buttonAsHtml(button) : []),
    ...(ending === undefined ? [] : [paragraph(ending)]),
    `<p>${lines(closing)}<br>${escapeHtml(siteName)}</p>`,
    `<div style="${FOOTER}">`,
    ...footer.map(paragraph),
    '</div>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
