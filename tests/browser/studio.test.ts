import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { openReceiver } from '#tests/harness/receiver.ts'
import { holos, it } from './holos.ts'
import { type Account, ask, fillSignIn, openDocument, rest, save, signIn, type Visit, visit } from './visit.ts'

const admin: Account = { email: 'admin@example.org', password: 'a long enough password' }
const editor: Account = { email: 'editor@example.org', password: 'another long password' }
const translator: Account = { email: 'translator@example.org', password: 'a third long password' }

type Person = { id: string; description: string; birthDate: string; slug: string }
type PublicPerson = {
  person: {
    description: string
    birthDate: { edtf: string }
    _l10n: { fields: { path: string; served: string; isFallback: boolean; isStale: boolean; origin: string }[] }
  }
}

const publicPerson = (locale: string) =>
  ask<PublicPerson>(`{ person(slug: "server-mustafaiev", locale: "${locale}") {
    description birthDate { edtf }
    _l10n { fields(paths: ["description"]) { path served isFallback isStale origin } }
  } }`)

let browser: Browser
let office: Visit
let person: Person

const personNow = (locale: string) => rest<Person>(office, 'GET', `/people/${person.id}?locale=${locale}&depth=0`)

it.beforeAll(({ browser: opened }) => {
  browser = opened
})

describe('from the setup link to the public answer', () => {
  it('an admin is created through the setup link, which works once', async () => {
    const { setupLink } = holos()
    office = await visit(browser)
    await office.page.goto(setupLink)
    await office.page.fill('#name', 'Elvira')
    await office.page.fill('#email', admin.email)
    await office.page.fill('#password', admin.password)
    await office.page.click('button[type=submit]')
    await office.page.waitForURL(/\/admin\/login/)
    await signIn(office.page, admin)
    expect(await office.page.textContent('h1')).toContain('Elvira')
    await office.page.goto(setupLink)
    expect(await office.page.locator('form[action="/setup"]').count()).toBe(0)
    const found = await rest<{ docs: Person[] }>(office, 'GET', '/people?where[slug][equals]=server-mustafaiev&depth=0')
    person = found.docs[0] as Person
    await rest(office, 'POST', '/users', { ...editor, name: 'Editor', role: 'editor' })
    await rest(office, 'POST', '/users', { ...translator, name: 'Translator', role: 'translator', locales: ['uk'] })
  })

  it('next-request: one locale published from the panel is public, a pending fact and another locale’s words are not', async () => {
    const { page } = office
    const before = (await publicPerson('uk')).person
    await openDocument(page, `people/${person.id}`, 'uk')
    await page.fill('#field-description', 'Слова, яких ще ніхто не бачив.')
    await save(page)
    await openDocument(page, `people/${person.id}`, 'en')
    await page.fill('#field-description', 'Words that were published a moment ago.')
    await page.fill('#field-birthDate', '1986-05')
    await page.click('#action-publish-panel')
    await page.click('#action-save-and-publish')
    // Disabled until the panel shows what the save changed.
    await page.waitForSelector('#action-publish:enabled')
    for (const part of ['facts', 'uk']) await page.uncheck(`[data-part="${part}"] input[type=checkbox]`)
    expect(await page.isChecked('[data-part="en"] input[type=checkbox]')).toBe(true)
    expect(await page.textContent('[data-part="en"]')).toContain('a moment ago')
    await page.click('#action-publish')
    await page.waitForSelector('.desk-notice--done')

    const english = (await publicPerson('en')).person
    expect(english.description).toBe('Words that were published a moment ago.')
    expect(english._l10n.fields).toEqual([
      { path: 'description', served: 'en', isFallback: false, isStale: false, origin: 'AUTHORED' },
    ])
    expect(english.birthDate.edtf).toBe(before.birthDate.edtf)
    const ukrainian = (await publicPerson('uk')).person
    expect(ukrainian.description).toBe(before.description)
    expect(ukrainian._l10n.fields).toMatchObject([{ served: 'uk', isFallback: false, isStale: true }])
    const standing = await rest<{ pendingIn: string[] }>(office, 'GET', `/people/${person.id}?depth=0`)
    expect(standing.pendingIn).toEqual(['facts', 'uk'])
  })

  it('the panel links to what the public gets, and withdraws only after it was asked what', async () => {
    const { page } = office
    const link = await page.getAttribute('.desk-notice--done a', 'href')
    const answer = await (await fetch(String(link))).json()
    expect(answer).toMatchObject({ data: { node: { id: `people:${person.id}` } } })
    await page.click('#action-withdraw')
    await page.check('.desk-withdraw label[lang=tr] input')
    await page.click('#action-withdraw-confirm')
    await page.waitForSelector('.desk-notice--done')
    const turkish = (await publicPerson('tr')).person
    expect(turkish._l10n.fields).toMatchObject([{ served: 'en', isFallback: true }])
    await page.keyboard.press('Escape')
  })
})

describe('no-lost-update: two people at one form', () => {
  it('different fields both survive, and a second save does not collide with the first', async () => {
    const { page } = office
    await openDocument(page, `people/${person.id}`, 'en')
    const second = await visit(browser)
    await signIn(second.page, editor)
    await openDocument(second.page, `people/${person.id}`, 'en')
    await second.page.fill('#field-deathDate', '2099')
    await save(second.page)
    await page.fill('#field-description', 'Saved from an older form.')
    await save(page)
    await page.fill('#field-description', 'Saved once more.')
    await save(page)
    expect(await personNow('en')).toMatchObject({ deathDate: '2099', description: 'Saved once more.' })
    await second.page.fill('#field-deathDate', '')
    await save(second.page)
    expect(await personNow('en')).toMatchObject({ description: 'Saved once more.' })
    expect(second.complaints).toEqual([])
    await second.context.close()
  })

  it('the same field is shown as mine and theirs, and both can be made one; everything else is kept', async () => {
    const colleague = await visit(browser, [/409 \(Conflict\)/])
    const { page } = colleague
    await signIn(page, editor)
    await openDocument(page, `people/${person.id}`, 'en')
    await rest(office, 'PATCH', `/people/${person.id}?locale=en`, { description: 'Saved once more, by somebody else.' })
    await page.fill('#field-description', 'Saved once more, by me.')
    await page.fill('#field-slug', 'server-mustafaiev-2')
    await page.click('#action-save')
    const dialog = page.locator('.desk-conflict')
    await dialog.waitFor()
    expect(await dialog.textContent()).toContain('somebody else')
    expect(await page.isDisabled('#action-resolve')).toBe(true)
    await dialog.locator('.desk-conflict__edit input[type=radio]').check()
    await dialog.locator('textarea').fill('Saved once more, by both of us.')
    await page.click('#action-resolve')
    await dialog.waitFor({ state: 'detached' })
    await page.waitForSelector('#action-save:disabled')
    expect(await page.inputValue('#field-description')).toBe('Saved once more, by both of us.')
    expect(await personNow('en')).toMatchObject({
      description: 'Saved once more, by both of us.',
      slug: 'server-mustafaiev-2',
    })
    expect(colleague.complaints).toEqual([])
    await colleague.context.close()
  })
})

describe('words typed but not saved', () => {
  it('survive a closed tab: they are compared, restored and saved', async () => {
    const { context } = office
    const tab = await context.newPage()
    await openDocument(tab, `people/${person.id}`, 'en')
    await tab.fill('#field-description', 'Typed, and then the tab was gone.')
    await tab.waitForFunction(() => JSON.stringify(localStorage).includes('the tab was gone'))
    await tab.close()

    const again = await context.newPage()
    await openDocument(again, `people/${person.id}`, 'en')
    await again.click('#action-kept-compare')
    expect(await again.textContent('.desk-kept')).toContain('the tab was gone')
    await again.click('#action-kept-restore')
    await again.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('#field-description')?.value.includes('the tab was gone'),
    )
    await save(again)
    expect(await personNow('en')).toMatchObject({ description: 'Typed, and then the tab was gone.' })
    await again.waitForFunction(() => !JSON.stringify(localStorage).includes('holos:kept'))
    await again.close()
  })

  it('survive an ended session: they are offered after signing in again', async () => {
    const absent = await visit(browser, [/40[13] \(/])
    await signIn(absent.page, editor)
    await openDocument(absent.page, `people/${person.id}`, 'en')
    await absent.context.clearCookies()
    await absent.page.fill('#field-description', 'Typed after the session had ended.')
    await absent.page.waitForFunction(() => JSON.stringify(localStorage).includes('session had ended'))
    await absent.page.close({ runBeforeUnload: false })
    const page = await absent.context.newPage()
    await signIn(page, editor)
    await openDocument(page, `people/${person.id}`, 'en')
    await page.click('#action-kept-discard')
    await page.waitForFunction(() => !JSON.stringify(localStorage).includes('holos:kept'))
    await absent.context.close()
  })
})

it('signing in on the way to a document opens it, and its dates read in words', async () => {
  const { page, context, complaints } = await visit(browser)
  await page.goto(`${holos().studioUrl}/admin/collections/people/${person.id}?locale=uk`)
  await fillSignIn(page, editor)
  await page.waitForSelector('.collection-edit__form[data-form-ready=true]')
  await page.locator('.desk-reading', { hasText: '1986' }).first().waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

describe('safety notes', () => {
  const note = 'CANARY-note-5c1e: her brother hides in Dzhankoi'
  /** Everything that a page can keep in a browser. */
  const keptIn = async ({ page }: Visit) =>
    page.evaluate(async () => {
      const databases = await indexedDB.databases()
      const stored = await Promise.all(
        databases.map(
          ({ name = '' }) =>
            new Promise<string>((resolve) => {
              const opening = indexedDB.open(name)
              opening.onsuccess = () => {
                const { result } = opening
                const stores = [...result.objectStoreNames]
                if (stores.length === 0) return resolve('')
                const all = stores.map((store) => result.transaction(store).objectStore(store).getAll())
                all.at(-1)?.addEventListener('success', () => resolve(JSON.stringify(all.map((one) => one.result))))
              }
              opening.onerror = () => resolve('')
            }),
        ),
      )
      const caches = await Promise.all((await window.caches.keys()).map(String))
      return [
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        document.cookie,
        ...stored,
        ...caches,
      ].join('\n')
    })

  it('are kept nowhere in the browser while they are typed, and public words only until the person signs out', async () => {
    const notes = await visit(browser)
    const { page } = notes
    await signIn(page, editor)
    await openDocument(page, `people/${person.id}`, 'en')
    await page.fill('#field-description', 'Public words beside a note.')
    await page.click('.tabs-field__tab-button:has-text("Safety")')
    await page.fill('#field-safety__risk', note)
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('Public words beside a note'))
    await page.fill('#field-safety__notes', note)
    await page.waitForTimeout(1500)
    expect(await keptIn(notes)).not.toContain('CANARY')
    const another = await notes.context.newPage()
    await another.goto(`${holos().studioUrl}/admin/logout`)
    await another.waitForFunction(() => !JSON.stringify(localStorage).includes('holos:kept'))
    // The other tab is still open, and its form goes on being typed into.
    await page.fill('#field-safety__notes', `${note} and more`)
    await page.waitForTimeout(1500)
    const after = await keptIn(notes)
    expect(after).not.toContain('CANARY')
    expect(after).not.toContain('Public words beside a note')
    await notes.context.close()
  })
})

describe('a translator', () => {
  it('writes the words of an assigned locale, sees the source under them, and facts read-only', async () => {
    const guest = await visit(browser)
    const { page } = guest
    await signIn(page, translator)
    await openDocument(page, `people/${person.id}`, 'uk')
    expect(await page.isDisabled('#field-birthDate')).toBe(true)
    expect(await page.isDisabled('#field-slug')).toBe(true)
    await page.waitForSelector('.desk-source')
    await page.fill('#field-description', 'Переклад, який ще не публічний.')
    await save(page)
    expect(await personNow('uk')).toMatchObject({ description: 'Переклад, який ще не публічний.' })
    await page.click('#action-publish-panel')
    await page.waitForSelector('.desk-publish')
    expect(await page.locator('#action-publish').count()).toBe(0)
    await openDocument(page, `people/${person.id}`, 'en')
    expect(await page.isDisabled('#field-description')).toBe(true)
    expect(guest.complaints).toEqual([])
    await guest.context.close()
  })
})

describe('every screen', () => {
  it('asks nobody but the studio, and the browser has nothing to complain of', async () => {
    const { page } = office
    const { studioUrl } = holos()
    const lists = ['people', 'quotes', 'events', 'media', 'organizations', 'places', 'sources', 'users', 'webhooks']
    for (const path of ['', '/account', ...lists.map((list) => `/collections/${list}`), '/collections/people/create']) {
      await page.goto(`${studioUrl}/admin${path}`, { waitUntil: 'networkidle' })
    }
    expect(office.complaints).toEqual([])
  })

  it('the list shows where each row is public, and publishes many at once with what became of each', async () => {
    const { page } = office
    await rest(office, 'POST', '/organizations?locale=en', { kind: 'ngo', name: 'A first organisation' })
    await rest(office, 'POST', '/organizations?locale=en', { kind: 'ngo', name: 'A second organisation' })
    await rest(office, 'POST', '/organizations?locale=en', { kind: 'ngo', abbreviation: 'ABC' })
    await page.goto(`${holos().studioUrl}/admin/collections/organizations?limit=3&sort=-createdAt`)
    await page.waitForSelector('.desk-strip__mark--dotted')
    await page.click('.select-all input')
    await page.click('#bulk-publish')
    await page.check('.desk-bulk-parts label:has-text("Facts") input')
    await page.check('.desk-bulk-parts label[lang=en] input')
    await page.click('#bulk-confirm')
    await page.waitForSelector('.desk-bulk-results li >> nth=1')
    await page.waitForSelector('.desk-publish[aria-busy=false]')
    expect(await page.textContent('.desk-publish')).toContain('2 published')
  })

  it('acts-on-what-was-chosen: pressed again, publish and withdraw touch nothing that was not ticked', async () => {
    const { page } = office
    type Saved = { doc: { id: string } }
    const made = (data: object) => rest<Saved>(office, 'POST', '/organizations?locale=en', { kind: 'ngo', ...data })
    const unticked = await made({ name: 'Not ticked' })
    const ticked = [await made({ name: 'Ticked' }), await made({ abbreviation: 'Without a name' })]
    const publicParts = async ({ doc }: Saved) =>
      (await rest<{ publishedIn?: string[] | null }>(office, 'GET', `/organizations/${doc.id}`)).publishedIn ?? []
    const elsewhere = () => ask<{ organizations: { totalCount: number } }>('{ organizations { totalCount } }')
    const before = (await elsewhere()).organizations.totalCount

    await page.goto(`${holos().studioUrl}/admin/collections/organizations?limit=2&sort=-createdAt`)
    await page.waitForSelector('.desk-strip__mark--dotted')
    await page.click('.select-all input')
    await page.click('#bulk-publish')
    await page.waitForSelector('text=Publish 2 documents')
    expect(await page.locator('.desk-bulk-documents li').count()).toBe(2)
    expect(await page.textContent('.desk-bulk-documents')).toContain('Ticked')
    await page.check('.desk-bulk-parts label:has-text("Facts") input')
    await page.check('.desk-bulk-parts label[lang=en] input')
    for (const sum of ['1 published, 0 unchanged, 1 not ready', '0 published, 0 unchanged, 1 not ready']) {
      await page.click('#bulk-confirm')
      await page.waitForSelector(`text=${sum}`)
      await page.waitForSelector('.desk-publish[aria-busy=false]')
      expect(await page.locator('.desk-bulk-documents li').count()).toBe(1)
    }
    expect(await page.textContent('.desk-publish-drawer')).toContain('Publish 2 documents')
    expect(await publicParts(unticked)).toEqual([])
    expect((await elsewhere()).organizations.totalCount).toBe(before + 1)

    await page.goto(`${holos().studioUrl}/admin/collections/organizations?limit=2&sort=-createdAt`)
    await page.waitForSelector('.desk-strip__mark')
    await page.click('.select-all input')
    await page.click('#bulk-withdraw')
    await page.check('.desk-bulk-parts label >> nth=0 >> input')
    await page.click('#bulk-confirm')
    await page.waitForSelector('.desk-publish[aria-busy=false] #bulk-confirm:disabled')
    for (const one of [...ticked, unticked]) expect(await publicParts(one)).toEqual([])
    expect((await elsewhere()).organizations.totalCount).toBe(before)
  })

  it('acts-on-what-was-chosen: all of all pages are the hits of the list, its search and filter and no more', async () => {
    const { page } = office
    const names = ['Lighthouse one', 'Lighthouse two', 'Lighthouse three', 'Harbour']
    for (const name of names) await rest(office, 'POST', '/organizations?locale=en', { kind: 'ngo', name })
    await rest(office, 'POST', '/organizations?locale=en', { kind: 'court', name: 'Lighthouse court' })
    const named = async (query: string) => {
      await page.goto(`${holos().studioUrl}/admin/collections/organizations?limit=2&sort=-createdAt&${query}`)
      await page.waitForSelector('.desk-strip__mark--dotted')
      await page.click('.select-all input')
      await page.click('#select-all-across-pages')
      await page.click('#bulk-withdraw')
      await page.waitForSelector('.desk-bulk-documents li')
      return (await page.locator('.desk-bulk-documents li').allTextContents()).sort()
    }
    const hits = ['Lighthouse one', 'Lighthouse three', 'Lighthouse two']
    expect(await named('search=Lighthouse')).toEqual(['Lighthouse court', ...hits])
    expect(await named('search=Lighthouse&where[kind][equals]=ngo')).toEqual(hits)
  })

  it('acts-on-what-was-chosen: in the trash nothing is published or withdrawn', async () => {
    const { page } = office
    const { doc } = await rest<{ doc: { id: string } }>(office, 'POST', '/organizations?locale=en', {
      name: 'Thrown away',
    })
    await rest(office, 'PATCH', `/organizations/${doc.id}`, { deletedAt: new Date().toISOString() })
    await page.goto(`${holos().studioUrl}/admin/collections/organizations/trash`)
    await page.click('.select-all input')
    await page.waitForSelector('.list-selection')
    expect(await page.locator('#bulk-publish, #bulk-withdraw').count()).toBe(0)
  })

  it('after a fault says how many were not reached, and the list shows what was done', async () => {
    const { page } = office
    const many = Array.from({ length: 12 }, (_, index) => `Beacon ${index}`)
    for (const name of many) await rest(office, 'POST', '/organizations?locale=en', { kind: 'ngo', name })
    await page.goto(`${holos().studioUrl}/admin/collections/organizations?limit=25&search=Beacon`)
    await page.waitForSelector('.desk-strip__mark--dotted')
    await page.click('.select-all input')
    await page.click('#bulk-publish')
    await page.check('.desk-bulk-parts label:has-text("Facts") input')
    await page.check('.desk-bulk-parts label[lang=en] input')
    let requests = 0
    await page.route('**/api/organizations/publish*', (route) => (++requests > 1 ? route.abort() : route.continue()))
    await page.click('#bulk-confirm')
    await page.waitForSelector('.desk-publish [role=alert]')
    expect(await page.textContent('.desk-publish')).toMatch(
      /10 published, 0 unchanged, 0 not ready.*2 documents were not reached/,
    )
    await page.unroute('**/api/organizations/publish*')
    await page.waitForFunction(() => document.querySelectorAll('.table .desk-strip__mark--solid').length >= 20)
  })
})

describe('the texts of the admin', () => {
  const screens = ['', 'collections/people', 'collections/events/create', 'collections/media/create']

  it('say what they are about, to those who hear them as well', async () => {
    const { page } = office
    for (const path of [...screens, `collections/people/${person.id}/versions`]) {
      await page.goto(`${holos().studioUrl}/admin/${path}`)
      await page.waitForSelector('.dashboard, .collection-list__wrap, [data-form-ready=true], .versions')
      const texts = await page.evaluate(() =>
        [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) =>
          ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
        ),
      )
      expect(texts.filter(Boolean).length, path).toBeGreaterThan(0)
      expect(
        texts.filter((text) => /\[object|\{\{/.test(text)),
        path,
      ).toEqual([])
    }
  })
})

describe('a webhook', () => {
  it('is made by an administrator, shows its secret when asked, and is told of the next publish', async () => {
    const { page } = office
    const receiver = await openReceiver()
    await openDocument(page, 'webhooks/create', 'en')
    await page.fill('#field-name', 'The site')
    await page.fill('#field-url', 'http://example.org/hook')
    await page.click('#action-save')
    await page.waitForSelector('text=The address must start with https://')
    await page.fill('#field-url', receiver.url)
    await page.click('#action-save')
    await page.waitForURL(/webhooks\/(?!create)[^/]+$/)
    await page.click('#action-webhook-show')
    const secret = (await page.textContent('#webhook-secret-value')) ?? ''
    expect(secret).toMatch(/^whsec_/)

    await rest(office, 'POST', `/people/${person.id}/publish?locale=en`, { locales: ['uk'] })
    await receiver.until((received) => received.length === 1)
    const [request] = receiver.received
    if (!request) throw new Error('Nothing came.')
    receiver.verify(request, secret)
    expect(request.said).toMatchObject({ type: 'document.published', data: { key: `people:${person.id}` } })
    await receiver.close()

    await page.goto(`${holos().studioUrl}/admin/collections/webhooks`)
    await page.waitForSelector('td.cell-standing:has-text("Delivering")')
    expect(await page.textContent('.table')).not.toContain(secret)
  })
})
