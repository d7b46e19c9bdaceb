/** The beginnings of files of some kinds: enough to be recognised by. */
export const samples = {
  pdf: Buffer.from("%PDF-1.7\n%%EOF\n"),
  png: Buffer.from("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "latin1"),
  jpg: Buffer.from("\xff\xd8\xff\xe0\x00\x10JFIF", "latin1"),
  gif: Buffer.from("GIF89a\x01\x00\x01\x00", "latin1"),
  svg: Buffer.from(
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  ),
  html: Buffer.from("<!doctype html><script>alert(document.cookie)</script>"),
  json: Buffer.from('{"issued": 12}'),
  csv: Buffer.from("date,amount\n2026-01-01,12\n"),
  program: Buffer.from("\x7fELF\x02\x01\x01\x00", "latin1"),
};
