/** Whether a text says something that can be seen: Hangul fillers and others that show nothing are letters to Unicode. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
}
