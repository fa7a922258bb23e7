import { describe, expect, it } from 'vitest'
import type { Facts, Ref } from '#record/shape.ts'
import { build } from '#tests/build/build.ts'
import { world } from '#tests/harness/queries/world.ts'

const server = build.person({
  id: 'server',
  name: { en: 'Server Mustafaiev', uk: 'Сервер Мустафаєв', tr: 'Server Mustafaiev' },
  facts: { gender: 'male', relations: [{ id: 'r', type: 'parent', person: 'people:venera' }] },
})
const venera = build.person({
  id: 'venera',
  name: { en: 'Venera Mustafaieva', uk: 'Венера Мустафаєва', tr: 'Venera Mustafaieva' },
  facts: { gender: 'female' },
})

function event(id: string, edtf: string, outcome: Facts<'events'>['outcome'], role: 'victim' | 'judge' = 'victim') {
  return build.event({
    id,
    facts: { date: build.date(edtf), outcome, participants: [{ id: 'p', who: 'people:server', role }] },
    words: { en: { title: id } },
  })
}

describe('custody', () => {
  const sizo = build.place({ id: 'sizo', words: { en: { name: 'Pre-trial detention centre No. 1' } } })
  const colony = build.place({
    id: 'colony',
    facts: {
      postalAddress: { lines: ['Tambov'], postalCode: '392000' },
      letterRules: { locales: ['ru'], checkedOn: build.date('2024-03') },
    },
    words: { en: { name: 'Penal Colony No. 1' } },
  })
  const detention = event('detention', '2018-05-21', {
    custodyStatus: 'pretrialDetention',
    procedure: 'investigation',
    place: 'places:sizo',
  })
  const verdict = event('verdict', '2020-09-16', { custodyStatus: 'serving', procedure: 'appeal' })
  const transfer = event('transfer', '2024-01', { place: 'places:colony' })
  const asked = `{ person(slug: "server") {
    custody { status place { name } placeAsOf { edtf } statusAsOf { edtf } procedure asOf { edtf label } event { title } }
    letter { recipient addressBlock languages checkedOn { edtf } } letterUnavailable } }`

  it('each part comes from the newest published event that says so', async () => {
    const { data } = await world(server, sizo, colony, transfer, verdict, detention).query(asked)
    expect(data.person.custody).toEqual({
      status: 'SERVING',
      statusAsOf: { edtf: '2020-09-16' },
      procedure: 'APPEAL',
      place: { name: 'Penal Colony No. 1' },
      placeAsOf: { edtf: '2024-01' },
      asOf: { edtf: '2024-01', label: 'January 2024' },
      event: { title: 'transfer' },
    })
  })

  it('a sentence that is being served ends what was said of the trial before it', async () => {
    const sentenced = event('sentenced', '2020-09-16', { custodyStatus: 'serving' })
    const { query } = world(server, sizo, detention, sentenced)
    expect((await query(asked)).data.person.custody).toMatchObject({ status: 'SERVING', procedure: null })
  })

  it('withdrawing the event takes its word back', async () => {
    const { query, withdraw } = world(server, sizo, colony, detention, verdict)
    expect((await query(asked)).data.person.custody.status).toBe('SERVING')
    withdraw('events:verdict')
    expect((await query(asked)).data.person.custody).toMatchObject({
      status: 'PRETRIAL_DETENTION',
      asOf: { edtf: '2018-05-21' },
    })
    withdraw('events:detention')
    expect((await query(asked)).data.person.custody).toBeNull()
  })

  it('no event, no status; a judge is not detained by a verdict', async () => {
    expect(
      (await world(server, event('v', '2020', { custodyStatus: 'serving' }, 'judge')).query(asked)).data.person.custody,
    ).toBeNull()
  })

  it('after a release nobody is held anywhere', async () => {
    const release = event('release', '2024-08-01', { custodyStatus: 'released' })
    const { data } = await world(server, colony, transfer, release).query(asked)
    expect(data.person.custody).toMatchObject({ status: 'RELEASED', place: null })
    expect(data.person).toMatchObject({ letter: null, letterUnavailable: 'NOT_HELD' })
  })

  it('a date of death in the profile ends custody, and withdrawing it takes that back', async () => {
    const { query, publish } = world(server, sizo, detention)
    const facts = { deathDate: build.date('2023-02') }
    const died = build.person({ id: 'server', name: { en: 'Server Mustafaiev' }, facts })
    publish(died)
    expect((await query(asked)).data.person).toMatchObject({
      custody: { status: 'DIED', place: null, asOf: { edtf: '2023-02' }, statusAsOf: { edtf: '2023-02' }, event: null },
      letterUnavailable: 'NOT_HELD',
    })
    expect((await query('{ people(where: { custodyStatus: [DIED] }) { totalCount } }')).data.people.totalCount).toBe(1)
    publish(server)
    expect((await query(asked)).data.person.custody).toMatchObject({ status: 'PRETRIAL_DETENTION' })
  })

  it('a place that is not public is null and takes nothing down', async () => {
    const { data, errors } = await world(server, detention).query(asked)
    expect(errors).toEqual([])
    expect(data.person.custody).toMatchObject({ status: 'PRETRIAL_DETENTION', place: null })
  })

  it('a letter goes to the place of custody, unless its address is older than the last transfer', async () => {
    const { query, publish } = world(server, colony, verdict, transfer)
    expect((await query(asked)).data.person.letter).toEqual({
      recipient: 'Mustafaiev Server',
      addressBlock: ['Mustafaiev Server', 'Tambov', '392000'],
      languages: ['ru'],
      checkedOn: { edtf: '2024-03' },
    })
    publish(event('later', '2024-05-02', { place: 'places:colony' }))
    expect((await query(asked)).data.person).toMatchObject({ letter: null, letterUnavailable: 'OLDER_THAN_TRANSFER' })
  })
})

describe('quotation marks', () => {
  it('are those of the language that the words are in, not of the one that was asked for', async () => {
    const quote = build.quote({
      id: 'q',
      facts: { originalLocale: 'uk' },
      words: { en: { text: 'Words' }, uk: { text: 'Слова' } },
    })
    const quoted = async (locale: string) =>
      (await world(quote).query(`{ quotes(locale: "${locale}") { nodes { quoted { text locale dir } } } }`)).data.quotes
        .nodes[0].quoted
    expect(await quoted('en')).toEqual({ text: '“Words”', locale: 'en', dir: 'LTR' })
    expect(await quoted('tr')).toEqual({ text: '«Слова»', locale: 'uk', dir: 'LTR' })
  })
})

describe('attribution', () => {
  const quote = build.quote({
    id: 'q',
    facts: { speaker: 'people:venera', about: ['people:server'], connection: 'relative' },
    words: { en: { text: 'Words' }, uk: { text: 'Слова' } },
  })
  const line = async (locale: string, ...forms: Parameters<typeof world>) =>
    (
      await world(quote, ...forms).query('query ($l: Locale) { quotes(locale: $l) { nodes { attributionLine } } }', {
        l: locale,
      })
    ).data.quotes.nodes[0].attributionLine

  it('says who it is and what they are to whom it is about', async () => {
    expect(await line('en', server, venera)).toBe('Venera Mustafaieva, mother of Server Mustafaiev')
    expect(await line('uk', server, venera)).toBe('Венера Мустафаєва, мати людини на ім’я Сервер Мустафаєв')
    expect(await line('tr', server, venera)).toBe('Venera Mustafaieva, Server Mustafaiev’in annesi')
  })

  it('in Turkic languages the ending follows the last vowel of the name', async () => {
    const parent = [{ id: 'r', type: 'parent' as const, person: 'people:venera' as const }]
    const names = [
      ['crh-Latn', 'Celâl', 'Venera, Celâlniñ anası'],
      ['crh-Latn', 'Osman', 'Venera, Osmannıñ anası'],
      ['crh-Cyrl', 'Гуль', 'Venera, Гульнинъ анасы'],
      ['tr', 'Selahattin Demirtaş', 'Venera, Selahattin Demirtaş’ın annesi'],
      ['tr', 'Deniz Yücel Öztürkoğlu', 'Venera, Deniz Yücel Öztürkoğlu’nun annesi'],
    ] as const
    for (const [locale, name, expected] of names) {
      const other = build.person({ id: 'server', name: { [locale]: name }, facts: { relations: parent } })
      expect(
        await line(
          locale,
          other,
          build.person({ id: 'venera', name: { [locale]: 'Venera' }, facts: { gender: 'female' } }),
        ),
      ).toBe(expected)
    }
  })

  it('reads the relation from either profile', async () => {
    const silent = build.person({ id: 'server', name: { en: 'Server Mustafaiev' } })
    const telling = build.person({
      id: 'venera',
      name: { en: 'Venera Mustafaieva' },
      facts: { gender: 'female', relations: [{ id: 'r', type: 'child', person: 'people:server' }] },
    })
    expect(await line('en', silent, telling)).toBe('Venera Mustafaieva, mother of Server Mustafaiev')
  })

  it('without a public gender the word is neutral', async () => {
    expect(await line('en', server, build.person({ id: 'venera', name: { en: 'Venera Mustafaieva' } }))).toBe(
      'Venera Mustafaieva, parent of Server Mustafaiev',
    )
  })

  it('a speaker who is not public, or whose name is withheld, is not told by a relation', async () => {
    const withheld = build.person({ id: 'venera', facts: { gender: 'female' }, words: { en: {} } })
    expect(await line('en', server)).toBe('Relative')
    expect(await line('en', server, withheld)).toBe('Relative')
  })

  it('a line speaks one language: without the other name in it, the speaker stands alone', async () => {
    expect(await line('en', build.person({ id: 'server', name: { uk: 'Сервер Мустафаєв' } }), venera)).toBe(
      'Venera Mustafaieva',
    )
  })

  it('one publish of the person changes it everywhere', async () => {
    const { query, publish } = world(quote, server, venera)
    publish(build.person({ id: 'venera', name: { en: 'V. M.' }, facts: { gender: 'female' } }))
    const { data, tags } = await query('{ quotes { nodes { attributionLine } } }')
    expect(data.quotes.nodes[0].attributionLine).toBe('V. M., mother of Server Mustafaiev')
    expect([...tags]).toEqual(expect.arrayContaining(['people:venera', 'people:server', 'quotes']))
  })
})

it('a role is worded for an organization, by gender for a person, neutral for whoever is not public', async () => {
  const participants = ['people:venera', 'organizations:fsb', 'people:nobody'].map((who, at) => ({
    id: `p${at}`,
    who: who as Ref<'people' | 'organizations'>,
    role: 'perpetrator' as const,
  }))
  const search = build.event({ id: 'search', facts: { participants }, words: { uk: { title: 'Обшук' } } })
  const fsb = build.organization({ id: 'fsb', words: { uk: { name: 'ФСБ' } } })
  const { data } = await world(search, fsb, venera).query(
    '{ events(locale: "uk") { nodes { participants { roleLabel } } } }',
  )
  expect(data.events.nodes[0].participants.map(({ roleLabel }: { roleLabel: string }) => roleLabel)).toEqual([
    'Ймовірна порушниця',
    'Ймовірно відповідальна сторона',
    'Ймовірний порушник / Ймовірна порушниця',
  ])
})
