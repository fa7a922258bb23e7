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

  // At once, as quick hands do it: the tab's own query runs, not that of the tab before.
  await page.evaluate(async () => {
    const click = (selector: string, at = 0) => document.querySelectorAll<HTMLElement>(selector)[at]?.click()
    click('.graphiql-tab-button', 2)
    await new Promise((resolve) => setTimeout(resolve, 20))
    click('.graphiql-execute-button')
  })
  // Whether anybody is found depends on what other tests made of the profile.
  await page.locator('.result-window', { hasText: '"search"' }).waitFor()

  expect(foreign).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})
