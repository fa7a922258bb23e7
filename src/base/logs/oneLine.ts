/**
 * Signs that move the cursor, colour a terminal, end a line or turn its direction: C0 and C1 controls, DEL, line and
 * paragraph separators, marks of direction.
 */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** Text as one line that no terminal obeys: each control is written as `\u` and its number. */
export function oneLine(text: string): string {
  return text.replace(controls, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
