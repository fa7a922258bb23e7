import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A file as exiftool reads it: `XMP-dc:Creator` and the rest, and the path as `SourceFile`. */
export type Tags = Record<string, unknown> & { SourceFile: string }

const cure = 'There is no exiftool: install it (Debian and Ubuntu: apt-get install libimage-exiftool-perl).'

const run = promisify(execFile)

/** Why nothing can be asked of exiftool here, or null. Where a machine is meant to run everything (CI=true) it throws. */
export async function missingExiftool(): Promise<string | null> {
  try {
    await run('exiftool', ['-ver'])
    return null
  } catch {
    if (process.env.CI === 'true') throw new Error(cure)
    process.stderr.write(`\n  SKIPPED: what exiftool finds in public copies. ${cure}\n\n`)
    return cure
  }
}

/** Everything that exiftool finds in the files of a folder: unknown tags, doubled ones and what is embedded too. */
export async function tagsIn(folder: string): Promise<Tags[]> {
  const { stdout } = await run('exiftool', ['-json', '-G1', '-a', '-u', '-ee3', '-struct', '-r', '-ext', '*', folder], {
    maxBuffer: 512 * 1024 * 1024,
  })
  // Written by exiftool, one object a file.
  return JSON.parse(stdout) as Tags[]
}
