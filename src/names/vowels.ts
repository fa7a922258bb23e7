/** The last vowel of a name in Latin or Cyrillic letters: Turkic endings follow it. */
export function lastVowel(name: string): string {
  return name.toLocaleLowerCase('tr').match(/[aâeıioöuüаеєёиіїоуыэюя](?=[^aâeıioöuüаеєёиіїоуыэюя]*$)/u)?.[0] ?? 'i'
}

/** Whether a Crimean Tatar ending takes front vowels: Celâlniñ, Гульнинъ. */
export function isFrontVowelled(name: string): boolean {
  return /ь$/iu.test(name) || /[eiöüâеєиэюё]/u.test(lastVowel(name))
}
