import type { Logger } from 'pino'
import { createCatalog, type LiveCatalog } from '#catalog/catalog.ts'
import { type Follower, follow, type News, type Sink } from '#catalog/follow.ts'
import { bodiesOf } from '#catalog/store.ts'
import type { Card } from '#record/record.ts'
import type { Ref } from '#record/shape.ts'
import { createPublicFiles, type PublicFiles } from './media/publicFiles.ts'
import type { Store } from './store/store.ts'

/** Everything that is made of the public record and lives in memory. */
export type LiveRecord = Sink & { catalog: LiveCatalog; files: PublicFiles }

/** Follows the record of `store` into a catalog and the index of public files. */
export function liveRecord(store: Store, bodyBytes: number, log: Logger): Follower<LiveRecord> {
  return follow<LiveRecord>({
    store,
    createCatalog() {
      const catalog = createCatalog({ loadBody: bodiesOf(store), bodyBytes })
      const files = createPublicFiles()
      const apply = (news: News) => {
        catalog.apply(news)
        if (news.key.startsWith('media:')) files.replace(news.key, mediaCard(catalog, news.key))
      }
      return { catalog, files, apply }
    },
    onDefect: (key, error) =>
      log.error({ key, err: error }, 'A document of the record cannot be used and is not served.'),
    onHealth: ({ database, message }) => {
      if (database === 'ok') log.info('The database is there.')
      else log.warn({ database }, message ?? 'The database is away.')
    },
  })
}

function mediaCard(catalog: LiveCatalog, key: Ref): Card<'media'> | null {
  // A key that begins with its type names a document of that type.
  return catalog.get(key as Ref<'media'>)?.card ?? null
}
