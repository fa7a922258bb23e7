import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { photograph, tellingJpeg } from '#tests/unit/rules/media/pictures.ts'
import { holos, it } from './holos.ts'
import { type Account, addAccount, openDocument, rest, signIn, uploadPicture, type Visit, visit } from './visit.ts'

const editor: Account = { email: 'safety@example.org', password: 'copper meadow train lantern' }
type Made = { doc: { id: string } }

let browser: Browser
let desk: Visit

it.beforeAll(async ({ browser: opened }) => {
  browser = opened
  await addAccount(editor, 'editor')
  desk = await visit(browser)
  await signIn(desk.page, editor)
})

const made = async (path: string, data: object) => (await rest<Made>(desk, 'POST', `${path}?locale=en`, data)).doc.id
const publish = (path: string) => rest(desk, 'POST', `${path}/publish`, { facts: true, locales: ['en'] })
const person = (slug: string, family: string, more: object = {}) =>
  made('/people', { slug, name: { given: 'Ludmila', family }, description: 'Somebody', ...more })

describe('a name that is withheld, in the publish panel', () => {
  it('said elsewhere: an editor says with a reason that it is somebody else, and it is kept who said so', async () => {
    const { page } = desk
    await publish(`/organizations/${await made('/organizations', { kind: 'ngo', name: 'The Wojciechowska archive' })}`)
    const id = await person('ludmila-one', 'Wojciechowska', { safety: { publishAs: 'initials' } })
    await openDocument(page, `people/${id}`, 'en')
    await page.click('#action-publish-panel')
    const refusal = page.locator('.desk-gates--refusal li:has-text("Wojciechowska archive")')
    await refusal.waitFor()
    expect(await page.isDisabled('#action-publish')).toBe(true)
    expect(await refusal.locator('a').getAttribute('href')).toContain('/admin/collections/organizations/')
    await refusal.locator('label:has-text("This is somebody else, or may be said") input').check()
    for (const part of ['facts', 'en']) await page.check(`[data-part="${part}"] input >> nth=0`)
    expect(await page.isDisabled('#action-publish')).toBe(true)
    await page.fill('#publish-reason', '  ...  ')
    expect(await page.isDisabled('#action-publish')).toBe(true)
    await page.fill('#publish-reason', 'Named after a donor of 1931')
    await page.click('#action-publish')
    await page.waitForSelector('.desk-notice--done')
    const kept = await page.textContent('.desk-gates--confirmed')
    expect(kept).toContain('Named after a donor of 1931')
    expect(kept).toContain(editor.email)
    expect(desk.complaints).toEqual([])
  })

  it('of a relative: what is not confirmed is not published, and unticking takes it back', async () => {
    const { page } = desk
    const agreed = { consent: { state: 'given', givenBy: 'Olga', scope: ['name'] } }
    const mother = await person('a-mother', 'Krasnodubska', {
      name: { given: 'Olga', family: 'Krasnodubska' },
      safety: agreed,
    })
    await publish(`/people/${mother}`)
    const id = await person('ludmila-two', 'Krasnodubska', {
      safety: { publishAs: 'withheld' },
      relations: [{ type: 'parent', person: mother, visibility: 'named' }],
    })
    await openDocument(page, `people/${id}`, 'en')
    await page.click('#action-publish-panel')
    const boxes = page.locator('label:has-text("This is somebody else, or may be said") input')
    await boxes.first().waitFor()
    const count = await boxes.count()
    for (let index = 0; index < count; index++) await boxes.nth(index).check()
    await page.fill('#publish-reason', 'She speaks in public')
    for (const part of ['facts', 'en']) await page.check(`[data-part="${part}"] input >> nth=0`)
    expect(await page.isEnabled('#action-publish')).toBe(true)
    await boxes.first().uncheck()
    expect(await page.isDisabled('#action-publish')).toBe(true)
    await boxes.first().check()
    await page.click('#action-publish')
    await page.waitForSelector('.desk-notice--done')
    expect(await page.textContent('.desk-gates--confirmed')).toContain('She speaks in public')
  })
})

describe('a picture, in the publish panel', () => {
  it('is shown as it is and as it would be', async () => {
    const { page } = desk
    const first = await uploadPicture(desk, await photograph(300, 200), { alt: 'A court' })
    await publish(`/media/${first.id}`)
    const second = await uploadPicture(desk, await photograph(200, 300), {}, { id: first.id })
    await openDocument(page, `media/${first.id}`, 'en')
    await page.click('#action-publish-panel')
    const shown = page.locator('.desk-pictures img')
    await shown.nth(1).waitFor()
    await shown.nth(0).scrollIntoViewIfNeeded()
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.desk-pictures img')].every((one) => one.naturalWidth > 0),
    )
    const sizes = await shown.evaluateAll((all) =>
      all.map((one) => [(one as HTMLImageElement).naturalWidth, (one as HTMLImageElement).naturalHeight]),
    )
    expect(sizes).toEqual([
      [300, 200],
      [200, 300],
    ])
    const files = await shown.evaluateAll((all) => all.map((one) => new URL((one as HTMLImageElement).src).pathname))
    expect(files).toEqual([`/api/media/file/${first.filename}`, `/api/media/file/${second.filename}`])
    expect(await page.locator('.desk-pictures figcaption').allTextContents()).toEqual([
      'Public now',
      'After publishing',
    ])
  })
})

describe('the sealed original', () => {
  it('is downloaded by an editor who says why, and that is written down', async () => {
    const { page } = desk
    const sent = await tellingJpeg()
    const { id } = await uploadPicture(desk, sent, { alt: 'A court' }, { name: 'evidence.jpg' })
    await openDocument(page, `media/${id}`, 'en')
    await page.click('#action-open-original')
    expect(await page.isDisabled('#action-download-original')).toBe(true)
    await page.fill('.desk-original__ask input', 'A lawyer asked for it')
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#action-download-original')])
    expect(readFileSync(await file.path()).equals(sent)).toBe(true)
    expect(file.suggestedFilename()).toBe('evidence.jpg')
    const opened = readFileSync(join(holos().env.DATA_DIR, 'originals', 'opened.jsonl'), 'utf8')
    const last = JSON.parse(opened.trim().split('\n').at(-1) ?? '{}')
    expect(last).toMatchObject({ document: `media:${id}`, reason: 'A lawyer asked for it' })
    await page.waitForSelector('#action-open-original')
    expect(desk.complaints).toEqual([])
  })
})
