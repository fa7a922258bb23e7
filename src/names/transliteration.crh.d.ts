declare module 'transliteration.crh' {
  const transliteration: { crh: { fromCyrillic(text: string): string; toCyrillic(text: string): string } }
  export default transliteration
}
