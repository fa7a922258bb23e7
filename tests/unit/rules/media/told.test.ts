import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { toldInWords } from '#desk/fields/original/toldInWords.ts'
import { toldBy } from '#media/originals/told.ts'
import { photograph, planted, tellingPng } from './pictures.ts'

type Exif = Parameters<ReturnType<typeof sharp>['withExif']>[0]

async function jpegWith(exif: Exif, xmp?: string): Promise<Buffer> {
  const picture = sharp(await photograph(60, 40)).withExif(exif)
  return (xmp ? picture.withXmp(xmp) : picture).jpeg().toBuffer()
}

const simferopol = {
  IFD0: { Make: 'Apple', Model: 'iPhone 6' },
  IFD2: { DateTimeOriginal: '2018:05:21 06:02:11' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 1/1 4830/100', GPSLongitudeRef: 'E', GPSLongitude: '34/1 6/1 0/1' },
}

const xmp = (properties: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`

describe('what an original would have told', () => {
  it.each([
    ['en', ['Taken at 45.03 N 34.10 E', 'Taken on 21 May 2018', 'Taken with Apple iPhone 6']],
    ['uk', ['Знято тут: 45,03 пн. ш. 34,10 сх. д.', 'Дата знімання: 21 травня 2018', 'Знято на Apple iPhone 6']],
    ['ru', ['Снято здесь: 45,03 с. ш. 34,10 в. д.', 'Дата съёмки: 21 мая 2018', 'Снято на Apple iPhone 6']],
    ['tr', ['Çekildiği yer: 45,03 K 34,10 D', 'Çekim tarihi: 21 Mayıs 2018', 'Çekildiği cihaz: Apple iPhone 6']],
  ])('is said in words (%s)', async (language, sentences) => {
    expect(toldInWords(toldBy(await jpegWith(simferopol)), language)).toEqual(sentences)
  })

  it('is found in XMP where EXIF is silent', async () => {
    const told = toldBy(
      await jpegWith(
        {},
        xmp(
          '<exif:GPSLatitude>33,54.5S</exif:GPSLatitude><exif:GPSLongitude>18,25,36W</exif:GPSLongitude>' +
            '<photoshop:DateCreated>2021-02-03T10:00:00+02:00</photoshop:DateCreated>' +
            '<dc:creator><rdf:Seq><rdf:li>Olena</rdf:li></rdf:Seq></dc:creator>' +
            '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Asan</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>',
        ),
      ),
    )
    expect(told).toMatchObject({
      place: { latitude: -33.91, longitude: -18.43 },
      takenOn: '2021-02-03',
      people: ['Olena', 'Asan'],
    })
    expect(toldInWords(told, 'en').slice(0, 2)).toEqual(['Taken at 33.91 S 18.43 W', 'Taken on 3 February 2021'])
  })

  it('is found in the texts of a PNG', async () => {
    expect(toldBy(await tellingPng())).toMatchObject({ people: [planted] })
  })

  it('keeps no more of a place than a hundredth of a degree, and no long text', async () => {
    const told = toldBy(await jpegWith({ ...simferopol, IFD0: { ImageDescription: 'я\u202e'.repeat(300) } }))
    expect(told?.place).toEqual({ latitude: 45.03, longitude: 34.1 })
    expect(told?.words?.map((text) => [...text].length)).toEqual([120])
    expect(JSON.stringify(told)).not.toContain('\u202e')
  })

  it('is nothing where there is none, or nothing that can be read', async () => {
    const empty = await sharp(await photograph(60, 40))
      .png()
      .toBuffer()
    expect(toldBy(Buffer.from('no picture'))).toBeNull()
    expect(toldBy(Buffer.alloc(0))).toBeNull()
    expect(toldInWords(toldBy(empty), 'en').filter((one) => /Taken|Names/.test(one))).toEqual([])
    expect(toldInWords(null, 'uk')).toEqual([])
  })

  it('a day that is none is not said', async () => {
    expect(toldBy(await jpegWith({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } }))?.takenOn).toBeUndefined()
  })

  it('no cut or spoiled file brings it down', async () => {
    const whole = await jpegWith(simferopol, xmp('<exif:GPSLatitude>x</exif:GPSLatitude>'))
    for (let at = 0; at < whole.length; at += 7) {
      toldBy(whole.subarray(0, at))
      const spoiled = Buffer.from(whole)
      spoiled.writeUInt8(0xff - spoiled.readUInt8(at), at)
      toldBy(spoiled)
    }
  })
})
