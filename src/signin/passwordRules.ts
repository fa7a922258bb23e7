import { dictionary } from '@zxcvbn-ts/language-common'

/** Bounds of a password's length, in characters. */
export const passwordLengths = { least: 12, most: 512 } as const

export type PasswordFault = 'short' | 'long' | 'common' | 'own'
export type Owner = { name?: string | null; email?: string | null }

const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])
/** What a password still has to hold beside its owner's name and address. */
const leastBesideOwn = 8
/** A text of fewer different signs is a pattern. */
const leastSigns = 5

/** Why nobody may have this password, or null. Length is what makes one strong; what is guessed first is refused. */
export function faultOfPassword(password: string, owner: Owner = {}): PasswordFault | null {
  if (password.length < passwordLengths.least) return 'short'
  if (password.length > passwordLengths.most) return 'long'
  if (isCommon(password.toLowerCase())) return 'common'
  return isOwn(password.toLowerCase(), owner) ? 'own' : null
}

/** In the list of passwords that are tried first; or one of it with signs around it, or several times. */
function isCommon(password: string): boolean {
  if (new Set(password).size < leastSigns || common.has(password)) return true
  const core = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [core, onceOf(core), onceOf(password)].some((word) => word.length > 3 && common.has(word))
}

/** `qwerty` of `qwertyqwerty`; any other text as it is. */
function onceOf(text: string): string {
  const length = [...text].findIndex(
    (_, at) => at > 0 && text.length % at === 0 && text.slice(0, at).repeat(text.length / at) === text,
  )
  return length < 0 ? text : text.slice(0, length)
}

/** Little more than the owner's name and address. */
function isOwn(password: string, { name, email }: Owner): boolean {
  const words = `${name ?? ''} ${email ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const own = words.filter((word) => word.length > 2).sort((a, b) => b.length - a.length)
  if (!own.some((word) => password.includes(word))) return false
  const rest = own.reduce((text, word) => text.replaceAll(word, ''), password)
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length < leastBesideOwn
}
