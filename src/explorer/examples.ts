/** A tab that the explorer opens with: the operation's name is its title. */
export type Example = { readonly query: string; readonly variables: string }

/** Three questions that most front ends ask. They answer on the demo content; a test asks them. */
export const examples: readonly Example[] = [
  {
    query: `# People in one locale; _l10n says
# which locale each word really is in.
# Ask: Ctrl-Enter. Fields: Ctrl-Space.
query People($locale: Locale) {
  people(first: 10, locale: $locale) {
    totalCount
    nodes {
      slug
      name { display locale }
      description
      custody {
        statusLabel
        place { name }
      }
      _l10n {
        complete
        fields(paths: ["description"]) {
          served
          isFallback
          origin
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: `{
  "locale": "uk"
}
`,
  },
  {
    query: `# The page of a person.
query Person(
  $slug: String!
  $locale: Locale
  $fallback: [Locale!]
) {
  person(
    slug: $slug
    locale: $locale
    fallback: $fallback
  ) {
    name { display transliterated }
    birthDate { label }
    biography { html }
    charges { article label }
    portrait {
      alt
      thumbhash
      srcset(format: AVIF, crop: PORTRAIT)
      variants(format: JPEG, crop: PORTRAIT) {
        url
        width
        height
      }
    }
    events(first: 5, orderBy: DATE_ASC) {
      nodes { kind title date { label } }
    }
    alternates { locale path }
    _l10n {
      chain
      complete
      fields { path served isFallback isStale }
    }
  }
}
`,
    variables: `{
  "slug": "server-mustafaiev",
  "locale": "tr",
  "fallback": ["en"]
}
`,
  },
  {
    query: `# Any spelling, any script.
query Search(
  $text: String!
  $locale: Locale
) {
  search(text: $text, first: 5, locale: $locale) {
    totalCount
    edges {
      node {
        __typename
        id
        ... on Person {
          slug
          name { display }
        }
      }
      snippets { path html }
    }
  }
}
`,
    variables: `{
  "text": "Мустафаєв",
  "locale": "en"
}
`,
  },
]
