import { originalsPlace } from '#media/originals/place.ts'
import { sealOpenOriginals } from '#media/originals/sealOpenOriginals.ts'

/** A process that seals what lies open, as a start of the studio does. */
const [DATA_DIR = '', MEDIA_DIR = ''] = process.argv.slice(2)
const report = await sealOpenOriginals(
  MEDIA_DIR,
  originalsPlace({ DATA_DIR, MEDIA_DIR, ORIGINALS_RECIPIENT: undefined }),
)
console.log(JSON.stringify(report))
