import { afterEach, beforeEach, expect } from 'vitest'

// A test that prints an error fails. One that expects it takes over:
// `vi.spyOn(console, 'error').mockImplementation(() => undefined)`.
const printed: string[] = []
const original = console.error

beforeEach(() => {
  printed.length = 0
  console.error = (...args: unknown[]) => {
    printed.push(args.map(String).join(' '))
    original(...args)
  }
})

afterEach(() => {
  console.error = original
  expect(printed, 'console.error was called').toEqual([])
})
