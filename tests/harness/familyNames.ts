const begins =
  'Bral Dren Gost Halk Jarm Kolb Lupr Mort Nesz Pokr Rudn Sobk Tarn Wilk Zamk Brzez Czarn Drozd Fabr Grzeb Kasz Mazur Plask Strug'

/** Family names that are unlike each other, one at a time: what one document withholds, others would be refused for. */
export function familyNames(): () => string {
  const names = ['owicz', 'ecki', 'alska', 'ynok'].flatMap((end) => begins.split(' ').map((begin) => begin + end))
  return () => {
    const name = names.pop()
    if (!name) throw new Error('There are no more family names: add some to tests/harness/familyNames.ts.')
    return name
  }
}
