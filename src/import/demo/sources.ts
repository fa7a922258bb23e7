import { type DemoDocument, link } from './content.ts'

export const sourceDocuments: DemoDocument[] = [
  {
    type: 'sources',
    key: 'profile',
    data: { title: 'Profile of Server Mustafaiev, written while the trial was pending', kind: 'article', locale: 'en' },
  },
  {
    type: 'sources',
    key: 'mother',
    data: {
      title: 'Venera Mustafaieva about her son, in the profile of Server Mustafaiev',
      kind: 'interview',
      locale: 'en',
    },
  },
  {
    type: 'sources',
    key: 'union',
    data: {
      title: 'National Union of Journalists of Ukraine on the arrest of Server Mustafaiev',
      kind: 'article',
      publisher: link('organizations', 'union-of-journalists'),
    },
  },
  {
    type: 'sources',
    key: 'amnesty',
    data: {
      title: 'Amnesty International on the sentence against Server Mustafaiev',
      kind: 'statement',
      publisher: link('organizations', 'amnesty-international'),
    },
  },
  {
    type: 'sources',
    key: 'memorial',
    data: {
      title: 'Memorial Human Rights Center: recognition as a political prisoner',
      kind: 'statement',
      publisher: link('organizations', 'memorial'),
    },
  },
  {
    type: 'sources',
    key: 'front-line',
    data: {
      title: 'Front Line Defenders: the case of Server Mustafaiev',
      kind: 'database',
      publisher: link('organizations', 'front-line-defenders'),
    },
  },
]
