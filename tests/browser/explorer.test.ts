import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { examples } from '#explorer/examples.ts'
import { holos, it } from './holos.ts'
import { visit } from './visit.ts'

let browser: Browser
it.beforeAll(({ browser: opened }) => {
  browser = opened
})

it('who opens delivery in a browser finds an explorer that answers, from this origin only', async () => {
  const { page, complaints, context } = await visit(browser)
  const { deliveryUrl } = holos()
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${deliveryUrl}/`)) foreign.push(request.url())
  })
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))

  await page.goto(`${deliveryUrl}/graphql`)
  expect(page.url()).toBe(`${deliveryUrl}/explorer`)
  expect(await page.title()).toBe('Holos GraphQL explorer')
  const titles = page.locator('[role=tab].graphiql-tab-button, .graphiql-tab-button')
  await titles.nth(examples.length - 1).waitFor()
  expect(await titles.allInnerTexts()).toEqual(['People', 'Person', 'Search'])

  // The schema was read: the documentation knows its types.
  await page.getByLabel('Show Documentation Explorer').click()
  await page.getByText('CustodyStatus', { exact: true }).waitFor()

  await page.locator('.graphiql-query-editor .view-lines').click()
  await page.keyboard.press('Control+Enter')
  await page.locator('.result-window', { hasText: 'Сервер' }).waitFor()

  // A tab is open once its query stands in the editor: pressed sooner, the last tab's query runs.
  await titles.nth(2).click()
  await page.locator('.graphiql-query-editor .view-lines', { hasText: 'snippets' }).waitFor()
  await page.getByLabel(/Execute query/).click()
  // Whether anybody is found depends on what other tests made of the profile.
  await page.locator('.result-window', { hasText: '"search"' }).waitFor()

  expect(foreign).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})
