import { type DemoDocument, words } from './content.ts'

// Crimean Tatar: to be confirmed by a native speaker.
export const media: DemoDocument[] = [
  {
    type: 'media',
    key: 'quote-card',
    picture: 'quoteCard.svg',
    data: {
      creator: 'Holos',
      creditText: 'Holos',
      licence: 'CC0-1.0',
      sensitivity: 'none',
      alt: words({
        en: 'Quote card: a yellow sun and blue waves; in English and Ukrainian the words “We want him back home”, signed Venera Mustafaieva, mother of Server Mustafaiev.',
        uk: 'Картка з цитатою: жовте сонце й сині хвилі; англійською та українською слова «Ми хочемо, щоб він повернувся», підпис — Венера Мустафаєва, мати Сервера Мустафаєва.',
        ru: 'Карточка с цитатой: жёлтое солнце и синие волны; на английском и украинском слова «Мы хотим, чтобы он вернулся», подпись — Венера Мустафаева, мать Сервера Мустафаева.',
        tr: 'Alıntı kartı: sarı bir güneş ve mavi dalgalar; İngilizce ve Ukraynaca “Eve dönmesini istiyoruz” sözleri, altında Server Mustafayev’in annesi Venera Mustafayeva’nın adı.',
        'crh-Latn':
          'İqtibas kartası: sarı küneş ve mavı dalğalar; ingliz ve ukrain tillerinde «Onıñ evge qaytmasını isteymiz» sözleri, imza — Venera Mustafayeva, Server Mustafayevniñ anası.',
      }),
      caption: words({
        en: 'What his mother asks for, in our rendering. A drawn card, not a photograph.',
        uk: 'Про що просить його мати, у нашому переказі. Намальована картка, а не фотографія.',
        ru: 'О чём просит его мать, в нашем пересказе. Нарисованная карточка, а не фотография.',
        tr: 'Annesinin dileği, bizim aktarımımızla. Fotoğraf değil, çizilmiş bir kart.',
        'crh-Latn': 'Anasınıñ istegi, bizim beyanımızda. Fotoresim degil, sızılğan karta.',
      }),
    },
  },
]
