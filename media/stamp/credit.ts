/** Whose picture it is: the only words that a stored file carries. */
export type Credit = { creator?: string; creditText?: string; copyrightNotice?: string; licence?: string }

const creditFields = ['creator', 'creditText', 'copyrightNotice', 'licence'] as const satisfies (keyof Credit)[]

export function creditOf(document: Record<string, unknown>): Credit {
  const given = creditFields.flatMap((name) => {
    const value = document[name]
    return typeof value === 'string' && value.trim() ? [[name, value.trim()]] : []
  })
  return Object.fromEntries(given)
}

export function sameCredit(one: Credit, other: Credit): boolean {
  return creditFields.every((name) => one[name] === other[name])
}

/**
 * An XMP packet with IPTC's four properties for credit (IPTC Photo Metadata Standard, Core schema),
 * or null where there is no credit.
 */
export function creditXmp({ creator, creditText, copyrightNotice, licence }: Credit): string | null {
  const properties = [
    creator && `<dc:creator><rdf:Seq><rdf:li>${escaped(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    creditText && `<photoshop:Credit>${escaped(creditText)}</photoshop:Credit>`,
    copyrightNotice && `<dc:rights>${alternative(copyrightNotice)}</dc:rights>`,
    licence && `<xmpRights:UsageTerms>${alternative(licence)}</xmpRights:UsageTerms>`,
  ].filter(Boolean)
  return properties.length === 0 ? null : packet(properties.join(''))
}

const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`

const packet = (properties: string) =>
  '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"' +
  ` xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>` +
  '<?xpacket end="r"?>'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 cannot hold are dropped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (one) => entities[one] ?? one)
}
