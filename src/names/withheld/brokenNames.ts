/** «Зія дінов», «Зія/дінов», «[З]іядінов», «Зі яд ін ов»: a name that was broken into words. */

/** The beginning of a name by which an index knows it again, however the words that it was broken into are cut. */
const headLength = 6

/** Without what sounds differently at a break. */
const coarse = (key: string): string => key.replace(/i+(?=[aeou])/g, '').replace(/(.)\1+/gu, '$1')

export const headOf = (stem: string): string => headMark + coarse(stem).slice(0, headLength)

/** Marks the heads among folded words. */
const headMark = '~'
const mostPieces = 6

export const isHead = (word: string): boolean => word.startsWith(headMark)

/** What these words, each by its key, may be the beginning of when they are read as one. A word that is long enough is a head itself. */
export function headAt(keys: readonly string[], from: number): string | undefined {
  let head = coarse(keys[from] ?? '')
  if (head.length >= headLength) return undefined
  for (let at = from + 1; at < Math.min(keys.length, from + mostPieces) && head.length < headLength; at++)
    head = coarse(head + (keys[at] ?? ''))
  return headMark + head.slice(0, headLength)
}

/** Whether enough of a name is left for its head. */
export const isLongEnough = (stem: string): boolean => coarse(stem).length >= headLength

export const mostPiecesOfName = mostPieces
export const shortestBeginning = headLength
