import type { Locale } from "#lib/i18n/locale";
import { labelled } from "#lib/i18n/labelled";

/** A mail in its parts; `html` and `text` say the same. */
export interface Letter {
  title: string;
  /** Who speaks. */
  from: string;
  /** Said above everything, where there is something to warn of. */
  banner: string | null;
  introduction: string;
  lines: { label: string; value: string }[];
  total: { label: string; value: string } | null;
  link: { label: string; href: string } | null;
  /** Paragraphs at the end. */
  foot: string[];
  /** Where its reader chooses what they are written about. */
  preferences?: { label: string; href: string };
}

/** The letter for readers without HTML. */
export function letterText(letter: Letter, language: Locale): string {
  const { link, total, preferences } = letter;
  const lines = [...letter.lines, ...(total ? [total] : [])].map(({ label, value }) =>
    labelled(label, value, language),
  );
  const parts = [
    letter.from,
    letter.banner,
    letter.title,
    letter.introduction,
    lines.length > 0 ? lines.join("\n") : null,
    link && labelled(link.label, link.href, language),
    ...letter.foot,
    preferences && labelled(preferences.label, preferences.href, language),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** The letter as HTML, styled in place: mail programs know no style sheets. */
export function letterHtml(letter: Letter, language: Locale): string {
  const { title, from, banner, introduction, lines, total, link, foot, preferences } = letter;
  const rows = lines.map(({ label, value }) => row(label, value, "")).join("");
  return [
    `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#faf9f5;color:#1f1e1b;font:15px/1.5 Arial,sans-serif">`,
    `<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e4e1d8">`,
    `<p style="margin:0 0 24px;font-weight:bold">${escape(from)}</p>`,
    banner === null ? "" : `<p style="margin:0 0 16px;color:#8a5a00">${escape(banner)}</p>`,
    `<h1 style="margin:0 0 8px;font-size:22px;font-weight:normal">${escape(title)}</h1>`,
    `<p style="margin:0 0 24px">${escape(introduction)}</p>`,
    `<table role="presentation" style="width:100%;border-collapse:collapse">${rows}`,
    total ? row(total.label, total.value, "font-weight:bold;border-top:1px solid #1f1e1b;") : "",
    `</table>`,
    link ? linkHtml(link, "") : "",
    ...foot.map((text) => `<p style="margin:0 0 8px;color:#6b675d;font-size:13px">${escape(text)}</p>`),
    preferences ? linkHtml(preferences, "font-size:13px") : "",
    `</div></body></html>`,
  ].join("");
}

function linkHtml({ href, label }: { href: string; label: string }, style: string): string {
  return `<p style="margin:24px 0;${style}"><a href="${escape(href)}" style="color:#0b5c55">${escape(label)}</a></p>`;
}

function row(label: string, value: string, style: string): string {
  const cell = `padding:8px 0;border-top:1px solid #e4e1d8;${style}`;
  return `<tr><td style="${cell}">${escape(label)}</td><td style="${cell}text-align:right">${escape(value)}</td></tr>`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
