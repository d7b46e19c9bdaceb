/* The small parts of a spreadsheet, which say how its sheets are called and look. */
const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet up to its rows; the first one, with the headings, stays in view. */
export const sheetStart =
  `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
  `<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>` +
  `<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="40" width="20" customWidth="1"/></cols><sheetData>`;

export const sheetEnd = "</sheetData></worksheet>";

/** Cells: 0 as they come, 1 moments, 2 to 4 amounts with no, two and three decimals. */
export const styles =
  `${head}<styleSheet xmlns="${main}"><numFmts count="2">` +
  `<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="0.000"/></numFmts>` +
  `<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="5">${[0, 164, 1, 2, 165].map(format).join("")}</cellXfs></styleSheet>`;

export const packageRelations =
  `${head}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function workbook(sheets: number): string {
  const each = numbers(sheets).map((at) => `<sheet name="Export ${at}" sheetId="${at}" r:id="rId${at}"/>`);
  return `${head}<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${each.join("")}</sheets></workbook>`;
}

export function workbookRelations(sheets: number): string {
  const each = numbers(sheets).map(
    (at) => `<Relationship Id="rId${at}" Type="${documents}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const style = `<Relationship Id="rId${sheets + 1}" Type="${documents}/styles" Target="styles.xml"/>`;
  return `${head}<Relationships xmlns="${packages}/relationships">${each.join("")}${style}</Relationships>`;
}

export function contentTypes(sheets: number): string {
  const sheet = (at: number) =>
    `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${kind}.worksheet+xml"/>`;
  return (
    `${head}<Types xmlns="${packages}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>` +
    `${numbers(sheets).map(sheet).join("")}</Types>`
  );
}

function format(numFmtId: number): string {
  return `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
