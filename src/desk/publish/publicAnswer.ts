/** Delivery answers GET requests: a link to what the public gets of this document now, in the first locale given. */
export function publicAnswerUrl(delivery: string, key: string, locales: readonly string[]): string {
  const locale = locales[0] ? `, locale: "${locales[0]}"` : ''
  const query = `{ node(id: "${key}"${locale}) { id __typename ... on Localized { availableLocales { locale } _l10n { requested chain complete } } } }`
  return `${delivery.replace(/\/$/, '')}/graphql?${new URLSearchParams({ query })}`
}
