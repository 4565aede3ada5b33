/** Quoted-printable (RFC 2045, 6.7), as MIME::QuotedPrint writes and reads it. */

const LINE = 76;
const escaped = (c: string): string => `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Text in lines of at most 76 characters; `eol` empty: no lines are broken. `binary`: newlines are data like any. */
export function encodeQuotedPrint(text: string, eol: string, binary: boolean): string {
  const lines = binary ? [text] : text.split('\n');
  const encoded = lines.map((line, i) => {
    const last = i === lines.length - 1;
    const safe = line
      .replace(/[^\t -<>-~]/g, escaped)
      .replace(/[\t ]+$/, (blanks) => blanks.replace(/[\t ]/g, escaped));
    if (eol === '') return last ? safe : safe + escaped('\n');
    const broken = softBreaks(safe, eol);
    return last ? broken + (safe === '' ? '' : `=${eol}`) : broken + eol;
  });
  return encoded.join('');
}

/** Breaks a line, not within an escape, and not for the sake of nothing but the last character. */
function softBreaks(line: string, eol: string): string {
  let out = '';
  let rest = line;
  while (rest.length > LINE) {
    let at = LINE - 1;
    if (rest.charAt(at - 1) === '=') at -= 1;
    else if (rest.charAt(at - 2) === '=') at -= 2;
    out += `${rest.slice(0, at)}=${eol}`;
    rest = rest.slice(at);
  }
  return out + rest;
}

export function decodeQuotedPrint(text: string): string {
  return text
    .replace(/[\t ]+(?=\r?\n)/g, '')
    .replace(/\r\n/g, '\n')
    .replace(/=[\t ]*\n|=$/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
