import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import type { Face } from '#media/faces.ts'
import { holos, it } from './holos.ts'
import {
  type Account,
  addAccount,
  openDocument,
  rest,
  save,
  signIn,
  uploadPicture,
  type Visit,
  visit,
} from './visit.ts'

const editor: Account = { email: 'faces@example.org', password: 'ladder cloud honest river' }

let browser: Browser
let office: Visit

it.beforeAll(async ({ browser: opened }) => {
  browser = opened
  await addAccount(editor, 'editor')
  office = await visit(browser)
  await signIn(office.page, editor)
})

/** Two heads before a wall. */
async function people(): Promise<Buffer> {
  const head = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="90" fill="#e0b48c"/>`
  const body = (x: number) => `<rect x="${x - 110}" y="420" width="220" height="380" fill="#335"/>`
  const all = [body(360), body(840), head(360, 320), head(840, 300)].join('')
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <rect width="1200" height="800" fill="#9ab"/>${all}</svg>`
  return sharp(Buffer.from(drawing)).jpeg().toBuffer()
}

const picture = (page: Page) => page.locator('.desk-faces__picture')
const regions = (page: Page) => page.locator('#field-faces [data-face]')
const labels = async (page: Page) =>
  Promise.all((await regions(page).all()).map((region) => region.getAttribute('aria-label')))
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

/** A place in the picture on the screen. */
async function placeOn(shown: Locator, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await shown.boundingBox()
  if (!box) throw new Error('The picture is not there.')
  return { x: box.x + box.width * x, y: box.y + box.height * y }
}

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const [start, end] = [await placeOn(picture(page), ...from), await placeOn(picture(page), ...to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await page.mouse.move(end.x, end.y)
  await page.mouse.up()
}

async function openPicture(page: Page, id: string): Promise<void> {
  await openDocument(page, `media/${id}`, 'en')
  await picture(page).scrollIntoViewIfNeeded()
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.desk-faces__picture img')?.complete)
}

const facesOf = async (id: string) => (await rest<{ faces: Face[] | null }>(office, 'GET', `/media/${id}`)).faces

describe('faces are marked in the picture', () => {
  it('drawn by mouse, moved by keyboard, saved, and there again', async () => {
    const { page } = office
    const { id } = await uploadPicture(office, await people(), { alt: 'Two people' })
    await openPicture(page, id)
    await drag(page, [0.2, 0.25], [0.4, 0.55])
    expect(await labels(page)).toEqual(['Face 1 of 1: 20 % from the left, 25 % from the top, 20 % wide, 30 % high'])
    expect(await focused(page)).toContain('Face 1 of 1')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowDown']) await page.keyboard.press(key)
    const moved = 'Face 1 of 1: 22 % from the left, 24 % from the top, 20 % wide, 31 % high'
    expect(await labels(page)).toEqual([moved])
    expect(await page.textContent('#field-faces output')).toBe(moved)
    await page.waitForTimeout(1000)
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('faces')
    await save(page)
    await openPicture(page, id)
    expect(await labels(page)).toEqual([moved])
    const [face] = (await facesOf(id)) ?? []
    expect(face?.x).toBeCloseTo(0.22, 2)
    expect(face?.height).toBeCloseTo(0.31, 2)
    expect(office.complaints).toEqual([])
  })

  it('added, reached, resized at a corner and removed, with the keyboard alone but for the corner', async () => {
    const { page } = office
    const faces = [{ id: 'one', x: 0.2, y: 0.25, width: 0.2, height: 0.3 }]
    const { id } = await uploadPicture(office, await people(), { alt: 'Two people', faces })
    await openPicture(page, id)
    await page.focus('#action-add-face')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toContain('Face 2 of 2')
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toContain('Face 1 of 2')
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
      return `${outlineStyle} ${outlineWidth}`
    })
    expect(outline).toBe('solid 4px')
    const corner = await regions(page).nth(0).locator('[data-corner=se]').boundingBox()
    const to = await placeOn(picture(page), 0.5, 0.7)
    await page.mouse.move((corner?.x ?? 0) + 8, (corner?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y)
    await page.mouse.up()
    expect((await labels(page))[0]).toMatch(
      /20 % from the left, 25 % from the top, (29|30|31) % wide, (44|45|46) % high/,
    )
    await regions(page).nth(0).focus()
    await page.keyboard.press('Delete')
    expect(await focused(page)).toContain('Face 1 of 1')
    await page.keyboard.press('Delete')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('action-add-face')
    expect(await page.textContent('#field-faces output')).toContain('0 faces are marked')
    await save(page)
    expect(await facesOf(id)).toEqual([])
  })

  it('small ones when the picture is zoomed; a click marks nothing', async () => {
    const { page } = office
    const { id } = await uploadPicture(office, await people(), { alt: 'Two people' })
    await openPicture(page, id)
    const whole = await picture(page).boundingBox()
    for (let press = 0; press < 3; press++) await page.click('#action-zoom-faces')
    expect((await picture(page).boundingBox())?.width).toBeCloseTo((whole?.width ?? 0) * 3, -1)
    await page.evaluate(() => document.querySelector('.desk-faces__view')?.scrollIntoView({ block: 'center' }))
    await drag(page, [0.5, 0.5], [0.5, 0.5])
    expect(await regions(page).count()).toBe(0)
    await drag(page, [0.5, 0.5], [0.53, 0.54])
    expect(await labels(page)).toEqual(['Face 1 of 1: 50 % from the left, 50 % from the top, 3 % wide, 4 % high'])
  })

  it('by a finger on a telephone, where the page stays as wide as the screen', async () => {
    const phone = await visit(browser, [], { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })
    const { page } = phone
    await signIn(page, editor)
    const { id } = await uploadPicture(office, await people(), { alt: 'Two people' })
    await openPicture(page, id)
    await page.evaluate(() => document.querySelector('.desk-faces__view')?.scrollIntoView({ block: 'center' }))
    const touches = await phone.context.newCDPSession(page)
    const [from, to] = [await placeOn(picture(page), 0.2, 0.2), await placeOn(picture(page), 0.4, 0.5)]
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    await touches.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
    for (const point of [middle, to])
      await touches.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
    await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    expect(await labels(page)).toEqual(['Face 1 of 1: 20 % from the left, 20 % from the top, 20 % wide, 30 % high'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    // A tap that comes while the page settles may go beside it, as a finger does.
    const untilGone = async () => {
      if ((await regions(page).count()) > 0) await page.tap('#action-remove-face')
      return regions(page).count()
    }
    await expect.poll(untilGone, { timeout: 20_000, interval: 1000 }).toBe(0)
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })

  it('the history says how many were marked', async () => {
    const { page } = office
    const { id } = await uploadPicture(office, await people(), { alt: 'Two people' })
    const face = { id: 'one', x: 0.2, y: 0.25, width: 0.2, height: 0.3 }
    await rest(office, 'PATCH', `/media/${id}?locale=en`, { faces: [face] })
    const query = `where[parent][equals]=${id}&sort=-updatedAt&limit=1&depth=0`
    const { docs } = await rest<{ docs: { id: string }[] }>(office, 'GET', `/media/versions?${query}`)
    await page.goto(`${holos().studioUrl}/admin/collections/media/${id}/versions/${docs[0]?.id}`)
    await page.waitForSelector('.desk-differences:has-text("0 faces are marked.")')
    const text = (await page.textContent('.desk-differences')) ?? ''
    expect(text).toMatch(/0 faces are marked.*1 face is marked/)
    expect(await page.textContent('.render-field-diffs')).not.toContain('"width"')
  })

  it('another file is not marked with the faces of the former one', async () => {
    const { page } = office
    const faces = [{ id: 'one', x: 0.2, y: 0.25, width: 0.2, height: 0.3 }]
    const { id } = await uploadPicture(office, await people(), { alt: 'Two people', faces })
    await openPicture(page, id)
    await uploadPicture(
      office,
      await sharp(await people())
        .rotate(90)
        .jpeg()
        .toBuffer(),
      {},
      { id },
    )
    expect(await facesOf(id)).toBeNull()
  })
})

describe('a picture of somebody who has not agreed', () => {
  type Made = { doc: { id: string } }
  const pictured = async (slug: string) => {
    const body = { slug, name: { given: 'Zarema', family: 'Bekirova' }, description: 'A nurse' }
    const { doc } = await rest<Made>(office, 'POST', '/people?locale=en', body)
    return uploadPicture(office, await people(), { alt: 'Two people', personsShown: [doc.id] })
  }

  it('the panel leads to the field, and lets it out once a face is marked', async () => {
    const { page } = office
    const { id } = await pictured('zarema-one')
    await openPicture(page, id)
    await page.click('#action-publish-panel')
    const refusal = page.locator('.desk-gates--refusal li')
    await refusal.waitFor()
    expect(await refusal.textContent()).toContain('Zarema Bekirova')
    expect(await page.isDisabled('#action-publish')).toBe(true)
    const [tab] = await Promise.all([office.context.waitForEvent('page'), refusal.locator('a').click()])
    await tab.waitForFunction(() => document.activeElement?.id === 'field-faces')
    await picture(tab).scrollIntoViewIfNeeded()
    await tab.waitForFunction(() => document.querySelector<HTMLImageElement>('.desk-faces__picture img')?.complete)
    await drag(tab, [0.2, 0.25], [0.4, 0.55])
    await save(tab)
    await tab.click('#action-publish-panel')
    await tab.click('#action-publish')
    await tab.waitForSelector('.desk-notice--done')
    const { publishedIn } = await rest<{ publishedIn: string[] }>(office, 'GET', `/media/${id}`)
    expect(publishedIn).toEqual(['facts', 'en'])
    await tab.close()
  })

  it('or where an editor says why nobody can be recognised', async () => {
    const { page } = office
    const { id } = await pictured('zarema-two')
    await openPicture(page, id)
    await page.click('#action-publish-panel')
    await page.check('label:has-text("The others cannot be recognised") input')
    expect(await page.isDisabled('#action-publish')).toBe(true)
    await page.fill('#publish-reason', 'Seen from behind')
    for (const part of ['facts', 'en']) await page.check(`[data-part="${part}"] input >> nth=0`)
    await page.click('#action-publish')
    await page.waitForSelector('.desk-notice--done')
    await page.waitForSelector('.desk-gates--confirmed:has-text("Seen from behind")')
    expect(holos().output()).not.toContain('Seen from behind')
  })
})
