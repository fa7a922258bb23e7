import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeFolder } from '#base/closedFiles.ts'

it('what an earlier version left open to other users is closed', () => {
  const home = mkdtempSync(join(tmpdir(), 'holos-open-'))
  const paths = ['backups', 'backups/older', 'holos.db', 'secret', 'backups/older/holos.db']
  for (const path of paths.slice(0, 2)) mkdirSync(join(home, path))
  for (const path of paths.slice(2)) writeFileSync(join(home, path), '')
  for (const path of ['.', ...paths]) chmodSync(join(home, path), 0o777)
  closeFolder(home)
  const modes = ['.', ...paths].map((path) => (statSync(join(home, path)).mode & 0o777).toString(8))
  expect(modes).toEqual(['700', '700', '700', '600', '600', '600'])
  closeFolder(join(home, 'is not there'))
  rmSync(home, { recursive: true })
})

it('the folder of public files stays open, wherever it lies', () => {
  const home = mkdtempSync(join(tmpdir(), 'holos-open-'))
  mkdirSync(join(home, 'files'))
  writeFileSync(join(home, 'files/picture.jpg'), '')
  chmodSync(join(home, 'files'), 0o755)
  chmodSync(join(home, 'files/picture.jpg'), 0o644)
  closeFolder(home, join(home, 'nowhere', '..', 'files'))
  const modes = ['.', 'files', 'files/picture.jpg'].map((path) => (statSync(join(home, path)).mode & 0o777).toString(8))
  expect(modes).toEqual(['700', '755', '644'])
  rmSync(home, { recursive: true })
})
