import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '#tests/harness/delivery/bundle.ts'

export type Programs = { delivery: string; studio: string; discard(): void }

/** Both planes as files that start fast, where packages are found. */
export async function buildPrograms(): Promise<Programs> {
  const folder = `tests/.cache/soak-${process.pid}`
  await bundle({ delivery: 'src/delivery/main.ts', studio: 'tests/soak/studioProgram.ts' }, folder)
  return {
    delivery: join(folder, 'delivery.mjs'),
    studio: join(folder, 'studio.mjs'),
    discard: () => rmSync(folder, { recursive: true }),
  }
}
