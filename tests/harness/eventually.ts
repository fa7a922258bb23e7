import { vi } from 'vitest'

/**
 * Waits for what comes about in the background and has no bound of its own. Patient: a busy machine is no failure.
 * What must be there within a stated time says that time itself.
 */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 20_000, interval: 50 })
