import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedWordsOf, mayMatch } from '#names/withheld/foldedWords.ts'
import { namesSaidIn } from '#names/withheld/namesSaidIn.ts'
import { type NameParts, personSigns } from '#names/withheld/personSigns.ts'
import { harmless } from './harmless.ts'
import { partsOf, people } from './people.ts'
import { disguises, isWithinReach, oneLetter, renderings } from './renderings.ts'

const emil = personSigns({
  given: ['Еміль', 'Emil'],
  additional: ['Рустемович'],
  family: ['Зіядінов', 'Ziiadinov'],
  birthPlaces: ['Сімферополь'],
  handles: ['ezid85'],
})
const named = (given: string, family: string, more: Partial<NameParts> = {}) =>
  personSigns({ given: [given], additional: [], family: [family], ...more })
const server = named('Сервер', 'Мустафаєв')
const says = (text: string, person = emil) => namesSaidIn(text, person).length > 0

describe('a withheld name is found where a person or a search engine would read it', () => {
  it.each([
    ['zero-width space', 'Справа Зія\u200Bдінова'],
    ['zero-width joiner', 'Зія\u200Dдінов'],
    ['word joiner', 'Зі\u2060я\u2060дінов'],
    ['soft hyphen', 'Зія\u00ADдінов'],
    ['byte order mark', 'Зія\uFEFFдінов'],
    ['variation selector', 'Зія\uFE0Fдінов'],
    ['mark of direction', 'Зія\u202Dдінов\u202C'],
    ['control character', 'Зія\u0001дінов'],
    ['composed and decomposed', 'Зіядінов'.normalize('NFD')],
    ['struck through', 'З\u0336і\u0336я\u0336д\u0336і\u0336н\u0336о\u0336в'],
    ['full width', 'ＺＩＩＡＤＩＮＯＶ'],
    ['hyphenated at the end of a line', 'для Зія-\nдінова'],
    ['hyphenated, with white space', 'для Зія-  \r\n  дінова'],
    ['hashtag in camel case', '#FreeZiiadinov'],
    ['hashtag in small letters', '#freeziiadinov'],
    ['handle', '@emil_ziiadinov'],
    ['handle with a year', '@ziiadinov1985'],
    ['camel case', 'ЕмільЗіядінов'],
    ['address in a sentence', 'See https://x.org/emil-ziiadinov, please'],
    ['percent-encoded address', 'https://x.org/%D0%97%D1%96%D1%8F%D0%B4%D1%96%D0%BD%D0%BE%D0%B2'],
    ['twice percent-encoded', `https://x.org/?q=${encodeURIComponent(encodeURIComponent('Зіядінов'))}`],
    ['label of a host', 'ziiadinov.example.org/case'],
    ['punycode', `${new URL('https://зіядінов.org').href}case`],
    ['mail address', 'emil.ziiadinov@example.org'],
    ['file name', 'portrait_ziiadinov_2019.jpg'],
    ['declined', 'Зіядіновим'],
    ['derived', 'Зіядіновщина'],
    ['Turkish suffix', 'ZİYADİNOV’un davası'],
    ['German', 'Sijadinow'],
    ['Greek', 'Ζιγιαντίνοφ'],
    ['Arabic', 'زيادينوف'],
    ['Hebrew', 'זיאדינוב'],
    ['Latin letters in a Cyrillic word', 'Зiядiнoв'],
    ['stretched', 'З і я д і н о в'],
    ['stretched with dots', 'З.і.я.д.і.н.о.в'],
    ['stretched after a word of one letter', 'Е. і К. у З і я д і н о в а'],
    ['broken by a space', 'Зія дінов'],
    ['broken by a space of another width', 'Зія\u202Fдінов'],
    ['broken by a tab', 'Зія\tдінов'],
    ['broken by a paragraph', 'Зія\n\nдінов'],
    ['broken by a dot in the middle', 'Зія·дінов'],
    ['broken by a dash', 'Зія—дінов'],
    ['broken by a comma', 'Зія,дінов'],
    ['broken by a bracket', 'З(і)ядінов'],
    ['a letter in brackets', '[З]іядінов'],
    ['in pieces', 'Зі яд ін ов'],
    ['an object in it', 'Зія\uFFFCдінов'],
    ['a letter for private use in it', 'Зія\uE000дінов'],
    ['an emoji in it', 'Зія🕊дінов'],
    ['family name and given name that are one', 'Зія дінов'],
    ['small capitals', 'ᴢɪɪᴀᴅɪɴᴏᴠ'],
    ['white letters in squares', '🆉🅸🅸🅰🅳🅸🅽🅾🆅'],
    ['white letters in circles', '🅩🅘🅘🅐🅓🅘🅝🅞🅥'],
    ['letters of flags', '🇿🇮🇮🇦🇩🇮🇳🇴🇻'],
    ['Latin alpha', 'Ziiɑdinov'],
    ['palochka', 'Зӏядӏнов'],
    ['Cyrillic letters that look Latin', 'Ziiaԁinoѵ'],
    ['a п for an n', 'Ziiadiпov'],
    ['Cherokee', 'Ꮓiiadinov'],
    ['Coptic', 'Ⲍіядінов'],
    ['an Armenian letter', 'Ziiadiոov'],
    ['old Cyrillic', 'Зіѧдіновъ'],
    ['digits in Latin', 'Z11ad1n0v'],
    ['digits in Cyrillic', 'З1яд1нов'],
    ['a three for з', '3іядінов'],
    ['Georgian', 'ზიადინოვი'],
    ['Armenian', 'Զիյադինով'],
    ['Arabic with ض', 'ضيادينوف'],
    ['Arabic as two words in one', 'ضياءالدينوف'],
    ['Persian', 'ضیادینوف'],
    ['Belarusian', 'Зіядзінаў'],
    ['Tatar', 'Зиятдинов'],
    ['Hungarian', 'Zijagyinov'],
    ['derived, with і', 'зіядінівський'],
    ['segments of a path', 'https://x.org/ziia/dinov'],
    ['labels of a host', 'https://ziia.dinov.org/'],
    ['values of a query', 'https://x.org/?a=ziia&b=dinov'],
    ['a plus in a query', 'https://x.org/?q=Зія+дінов'],
    ['Windows-1251', 'https://x.org/%C7%B3%FF%E4%B3%ED%EE%E2'],
    ['a bad byte before good ones', 'https://x.org/%FF%D0%97%D1%96%D1%8F%D0%B4%D1%96%D0%BD%D0%BE%D0%B2'],
    ['%u', 'https://x.org/%u0417%u0456%u044F%u0434%u0456%u043D%u043E%u0432'],
    ['escapes', '\\u0417\\u0456\\u044f\\u0434\\u0456\\u043d\\u043e\\u0432'],
    ['entities', '&#1047;&#1110;&#1103;&#1076;&#1110;&#1085;&#1086;&#1074;'],
    ['an entity that nobody sees', 'Зія&shy;дінов'],
    ['right to left', '\u202Eвонідяіз\u202C'],
    ['half of it right to left', 'Зія\u202Eвонід\u202C'],
    ['the given name with the patronymic', 'для Еміля Рустемовича'],
    ['the given name with the place of birth', 'Еміль із Сімферополя'],
    ['the given name with the handle', 'Emil (@ezid85)'],
  ])('%s', (_, text) => expect(says(text)).toBe(true))

  it.each([
    ['proclitics', 'لمصطفاييف'],
    ['conjunction, preposition and article', 'وللمصطفاييف'],
    ['Hebrew', 'של מוסטפאייב'],
    ['Greek', 'Μουσταφάγιεφ'],
    ['crh-Latn', 'Mustafayevniñ'],
    ['French', 'Moustafaïev'],
    ['Greek, with γ', 'Μουσταφάγεφ'],
    ['Azerbaijani', 'Мустафајев'],
    ['Georgian', 'მუსტაფაევი'],
    ['Armenian', 'Մուստաֆաև'],
  ])('Мустафаєв: %s', (_, text) => expect(says(text, server)).toBe(true))

  it.each([
    ['Кравець', 'справа Кравця'],
    ['Чорновіл', 'з Чорноволом'],
    ['Зубровка', 'Зубровці'],
    ['Захтей', 'Захтея'],
    ['Гриб', 'Гриба'],
    ['Гаспринський', 'Гаспринського'],
  ])('%s is also «%s»', (family, text) => expect(says(text, named('Юрко', family))).toBe(true))

  it.each([
    ['Мустафа Джемілєв', 'Cemilev Jemilev Dschemilew Dżemilew Džemilev Τζεμίλεφ'],
    ['Ремзі Османов', 'عثمانوف'],
    ['Рустем Емірусеїнов', 'أميرحسينوف'],
    ['Леніє Умерова', 'Ömerova'],
  ])('%s: %s', (name, spellings) => {
    const [given = '', family = ''] = name.split(' ')
    for (const text of spellings.split(' ')) expect(says(text, named(given, family)), text).toBe(true)
  })

  it('written in one script, given in another: the spelling of each counts', () => {
    const alaa = named('علاء', 'عبد الفتاح', { other: ['Alaa Abd El-Fattah'] })
    for (const text of ['عبدالفتاح', 'وعبد الفتاح', 'Abdelfattah', '#FreeAlaaAbdElFattah'])
      expect(says(text, alaa)).toBe(true)
    const xu = named('志永', '许', { other: ['Xu Zhiyong'] })
    for (const text of ['昨天许志永被捕', 'Xu Zhiyong']) expect(says(text, xu)).toBe(true)
    expect(says('昨天许多人', xu)).toBe(false)
  })

  it('says the word and where it stands', () => {
    expect(namesSaidIn('Учора Еміля Зіядінова', emil)).toEqual([
      { said: 'Еміля', at: 6 },
      { said: 'Зіядінова', at: 12 },
    ])
  })

  const hidden = fc.record({
    person: fc.constantFrom(...people),
    rendering: fc.constantFrom(...Object.keys(renderings)),
    disguise: fc.constantFrom(...Object.keys(disguises)),
    before: fc.constantFrom(...harmless.map(({ text }) => text)),
    after: fc.constantFrom(...harmless.map(({ text }) => text)),
  })

  it('any of 200 names, in any rendering and any disguise, anywhere in a text', () => {
    fc.assert(
      fc.property(hidden, ({ person, rendering, disguise, before, after }) => {
        const [given, family] = [person.given, person.family].map((name) => renderings[rendering]?.(name) ?? name)
        if (!isWithinReach(given ?? '', family ?? '', disguise)) return
        if (disguise.startsWith('stretched') && [before, after].some((text) => oneLetter.test(text))) return
        const text = `${before} ${disguises[disguise]?.(`${given} ${family}`)} ${after}`
        const signs = signsOf(person)
        expect(namesSaidIn(text, signs), text).not.toEqual([])
        expect(mayMatch(foldedWordsOf(text), signs)).toBe(true)
      }),
      { numRuns: 4000 },
    )
  })
})

const compiled = new Map(people.map((person) => [person, personSigns(partsOf(person))]))
const signsOf = (person: (typeof people)[number]) => compiled.get(person) ?? personSigns(partsOf(person))

describe('nothing else is taken for a name', () => {
  it.each([
    ['another family name that begins alike', 'Ковальчук і Коваленко', named('Іван', 'Коваль')],
    ['Мустафа is no Мустафаєв', 'Мустафа Джемілєв', named('Сервер', 'Мустафаєв')],
    ['Alevi is no Aliyev', 'Alevi vatandaşlar', named('Muslim', 'Aliyev')],
    ['Росія is no Rozi', 'Росія та Россия', named('Yalqun', 'Rozi')],
    ['Change is no Chang', 'Change the password', named('Tianyong', 'Chang')],
    ['a word of the same letters', 'He runs a server and is Alive', named('Server', 'Ali')],
    ['a common noun', 'гриб і знак оклику', named('Павло', 'Гриб')],
    ['a given name on its own', 'Еміль Курбедінов, адвокат', emil],
    ['an Arabic preposition', 'على الطاولة', named('علي', 'حسن')],
  ])('%s', (_, text, person) => expect(namesSaidIn(text, person)).toEqual([]))

  it('a given name alone says it where the text is about the person, unless it is somebody else’s', () => {
    expect(namesSaidIn('Еміля затримали', emil, { aboutPerson: true })).toEqual([{ said: 'Еміля', at: 0 }])
    expect(namesSaidIn('Захищав Еміль Курбедінов', emil, { aboutPerson: true })).toEqual([])
  })

  it('a pseudonym is no secret', () => {
    expect(says('Ольга каже', named('Ольга', 'Зубровка', { open: ['Ольга'] }))).toBe(false)
    expect(namesSaidIn('Ольга каже', named('Ольга', 'Зубровка', { open: ['Ольга'] }), { aboutPerson: true })).toEqual(
      [],
    )
  })

  it(`of ${harmless.length} sentences in 17 languages none says any of 200 names`, { timeout: 120_000 }, () => {
    const taken = harmless.flatMap(({ language, text }) => {
      const words = foldedWordsOf(text)
      return [...compiled].flatMap(([person, signs]) =>
        mayMatch(words, signs)
          ? namesSaidIn(text, signs).map(({ said }) => `${language}: ${said} for ${person.given} ${person.family}`)
          : [],
      )
    })
    expect(taken).toEqual([])
  })
})
