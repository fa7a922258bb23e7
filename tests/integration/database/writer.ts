import { openSmallStudio } from './smallStudio.ts'
import type { Work, WriterMessage } from './writers.ts'

/** A studio process: saves the same count into three places of each document, one writer for each locale. */
const [url = '', given = '{}'] = process.argv.slice(2)
const { ids, locales, saves = Number.POSITIVE_INFINITY }: Work = JSON.parse(given)
const tell = (message: WriterMessage) => process.send?.(message)

try {
  const studio = await openSmallStudio({ url, joins: true })
  tell({ ready: true })
  await Promise.all(ids.flatMap((id) => locales.map((locale) => saveAll(id, locale))))
  await studio.close()
  process.disconnect()

  async function saveAll(id: string, locale: string): Promise<void> {
    for (let count = 1; count <= saves; count++) {
      const words = String(count)
      await studio.save(id, locale, { description: words, name: { given: words } })
      tell({ acknowledged: { id, locale, count } })
    }
  }
} catch (failure) {
  tell({ failed: String(failure instanceof Error ? failure.stack : failure) })
  process.exitCode = 1
  process.disconnect()
}
