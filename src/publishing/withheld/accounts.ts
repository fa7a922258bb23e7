import { decoded } from '#names/withheld/letters/decoded.ts'

/** What a page elsewhere gives away of whose it is: what the account is called, and where it is. */
export type Account = { handles: string[]; addresses: string[] }

/** Segments and host names that stand in everybody's addresses. */
const generic = new Set(
  [
    'www m mobile en uk ru tr ar crh de fr pl by ua org com net info co gov edu blog site web home index main',
    'youtube youtu facebook fb instagram twitter telegram vk vkontakte ok odnoklassniki linkedin tiktok livejournal',
    'github gitlab medium wikipedia wikidata wordpress blogspot blogger tumblr threads bsky mastodon google sites',
    'substack patreon soundcloud spotify vimeo flickr pinterest reddit whatsapp signal viber archive',
    'profile profiles user users u id channel channels c in pub people person persons video videos watch shorts',
    'status statuses posts post p photo photos reel reels stories story live playlist playlists about feed groups group',
    'pages page wiki article articles news latest case cases campaign campaigns prisoner prisoners report reports',
    'document documents category tag tags author authors search view item items web public media entry php html',
  ].flatMap((words) => words.split(' ')),
)

/** Of an address in the data. Where it is no address there is nothing to find elsewhere. */
export function accountIn(address: string): Account {
  const url = withScheme(address.trim())
  if (!URL.canParse(url)) return { handles: [], addresses: [] }
  const { host, pathname, searchParams } = new URL(url)
  const segments = decoded(pathname).split('/').map(bare).filter(Boolean)
  const labels = ownLabels(decoded(host))
  const whole = [decoded(host).replace(/^www\./, ''), ...segments].join('/').toLowerCase()
  const first = segments.findIndex(isTelling)
  const site = decoded(host).replace(/^www\./, '')
  return {
    handles: [...labels, ...segments, ...[...searchParams.values()].map(bare)].filter(isTelling),
    addresses: [
      ...(segments.length > 0 || labels.length > 0 ? [whole] : []),
      ...(first >= 0 ? [[site, ...segments.slice(0, first + 1)].join('/').toLowerCase()] : []),
    ],
  }
}

const withScheme = (address: string): string => (/^[a-z][a-z+.-]*:/i.test(address) ? address : `https://${address}`)

/** As an account is called: `@name`, `name.html`. */
const bare = (segment: string): string => segment.replace(/^[@~]+/, '').replace(/\.\w{2,4}$/, '')

const isTelling = (word: string): boolean => /\p{L}{2}/u.test(word) && !generic.has(word.toLowerCase())

/** What of a host is somebody's own: what stands before the site, or the name of the site itself. */
function ownLabels(host: string): string[] {
  const labels = host.replace(/:\d+$/, '').split('.').slice(0, -1)
  return labels.filter(isTelling)
}
