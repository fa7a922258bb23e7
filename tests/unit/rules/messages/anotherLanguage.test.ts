import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { read, sources } from '#tests/unit/repository/tree.ts'

it('another language of the admin is one file and one row', async () => {
  const file = 'src/messages/message.ts'
  const row = read(file).replace('catalogue = {', 'catalogue = { de,')
  expect(row).not.toBe(read(file))
  const { outputFiles } = await build({
    stdin: {
      resolveDir: '.',
      contents: `
        export { described } from '#collections/fields/described.ts'
        export { choicesOf } from '#locales/labels.ts'
        export { languageAccepted } from '#messages/languageAccepted.ts'
        export { message } from '#messages/message.ts'
        export { payloadTranslations, supportedLanguages } from '#messages/payloadLanguages.ts'`,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [
      {
        name: 'one file and one row',
        setup({ onLoad }) {
          const german = JSON.parse(readFileSync('src/messages/tr.json', 'utf8'))
          onLoad({ filter: /messages\/message\.ts$/ }, () => ({
            loader: 'ts',
            contents: `const de = ${JSON.stringify({ ...german, 'people.fields.slug.label': 'Seitenadresse' })}\n${row}`,
          }))
        },
      },
    ],
  })
  const studio = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`
  )
  const [slug] = studio.described('people', [{ name: 'slug', type: 'text' }])
  expect(slug.label).toMatchObject({ de: 'Seitenadresse', en: 'Page address (slug)' })
  expect(studio.choicesOf('personKind')[0].label).toHaveProperty('de')
  expect(studio.languageAccepted('de-AT,en;q=0.8')).toBe('de')
  expect(Object.keys(studio.supportedLanguages)).toContain('de')
  expect(studio.supportedLanguages.de.translations.general.save).toBe('Speichern')
  expect(studio.payloadTranslations.de).toHaveProperty('general')
})

it('no other place lists the languages of the admin', () => {
  const studio = sources().filter((path) =>
    /^(src\/(access|app|database|desk|messages|preview|publishing|webhooks)|collections|media|payload|src\/locales\/labels)/.test(
      path,
    ),
  )
  const listed = studio.filter((path) => /\b(uk|ru)\b['"]?\s*[,:][^\n]*\btr\b/.test(read(path)))
  expect(listed).toEqual(['src/messages/message.ts'])
})
