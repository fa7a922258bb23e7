const slavic =
  'a|u|i|e|o|ia|iu|ie|io|ei|oi|am|ami|iam|iami|ah|iah|om|em|im|iem|imi|ih|oiu|eiu|ieiu|ovi|evi|ievi|oho|eho|ieho|omu|emu|iemu|iv|ovi[mh]|ina?|inoi|ovoi|iei|ea|ego|s|es|us'
const turkic =
  '(?:l[ae]r)?(?:[iu]m(?:[iu]z)?|[iu]n(?:[iu]z)?|s?[iu])?(?:n?[iu]n?|n?[dt][ae]n?|[hkn]?[ae]|i?l[ae])?(?:ki(?:l[ae]r)?(?:n?[iu]n?|[dt][ae]n?|n?[ae])?)?'
const declined = new RegExp(`^(?:${slavic}|${turkic})$`)

/** Whether a word may end so when a name is declined: Slavic cases, Turkish and Crimean Tatar suffixes. Given by sound. */
export function isEnding(rest: string): boolean {
  return rest === '' || (rest.length <= 12 && declined.test(rest))
}

const familyEnd = /(?:[oie]v|in|enk|sk|[cç]uk|[iu]k|iç|ian|dz|zad|ohl)(?:ih|oho|[oie]m|[aeiou])*$/
/** No family name ends longer. */
const longestEnd = 24

/** Whether a word, or what follows a name, ends as family names do: Коваль, Ковальчук; Мустафа, Мустафаєв. */
export function isFamilyName(key: string): boolean {
  return familyEnd.test(key.slice(-longestEnd))
}

export type Stem = { stem: string; mustEnd: boolean }

/** What stays of a name in every case. `spelled` is the name as it was written, for what Ukrainian changes inside. */
export function stemsOf(key: string, spelled: string): Stem[] {
  const bare = key.replace(/[aeiou]+$/, '')
  const mustEnd = bare !== key
  const stems = [{ stem: bare, mustEnd }]
  const add = (stem: string) => stem !== bare && stems.push({ stem, mustEnd: true })
  // Захтей, Захтея.
  if (/[aeou]i$/.test(key)) stems.push({ stem: key, mustEnd: false })
  // Кравець, Кравця; Чорновіл, Чорновола; Зубровка, Зубровці.
  if (/[еоє](?:ць|к|нь|ль|л|й)$/iu.test(spelled)) add(bare.replace(/i?[eo](?=[^aeiou]+$)/, ''))
  if (/і[^аеиіоуюяєї]+$/iu.test(spelled)) for (const vowel of ['o', 'e']) add(bare.replace(/i(?=[^aeiou]+$)/, vowel))
  // Зіядінов, зіядінівський.
  if (/[oe]v$/.test(key)) add(key.replace(/[oe]v$/, 'iv'))
  if (/[кгх]а$/iu.test(spelled)) for (const soft of ['ts', 'z', 's']) add(bare.replace(/[kh]$/, soft))
  return stems
}
