/**
 * An address that may become public, or null: complete, of one of these schemes, and without a name and password in it. It is checked
 * when it is saved and again when it is published.
 */
export function webAddress(text: unknown, schemes: readonly string[] = ['http:', 'https:']): URL | null {
  if (typeof text !== 'string' || !URL.canParse(text.trim())) return null
  const url = new URL(text.trim())
  return schemes.includes(url.protocol) && url.username === '' && url.password === '' ? url : null
}

/** In running text a link may also write to somebody. */
export const schemesOfLinks = ['http:', 'https:', 'mailto:'] as const
