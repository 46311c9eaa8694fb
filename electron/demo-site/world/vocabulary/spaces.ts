import { engineering } from './engineering'
import { operations } from './operations'
import { peopleAndCulture } from './people-and-culture'
import { product } from './product'
import { research } from './research'

export type SpaceWords = {
  readonly key: string
  readonly name: string
  readonly pages: readonly string[]
  readonly blogPosts: readonly string[]
}

/** Tern & Tide, a made-up maker of small weather stations: what its people write, and where. */
export const spaces: readonly SpaceWords[] = [
  {
    key: 'ENG',
    name: 'Engineering',
    pages: engineering,
    blogPosts: [
      'Why we rewrote the ingest pipeline',
      'A year of typed configuration',
      'What a cold February taught us',
      'Farewell to the shared database',
      'Ten thousand stations on one bench',
    ],
  },
  {
    key: 'OPS',
    name: 'Operations',
    pages: operations,
    blogPosts: [
      'Ten quiet on-call weeks',
      'The day the clocks disagreed',
      'Moving a warehouse in a storm week',
      'How we cut half of our alerts',
    ],
  },
  {
    key: 'PROD',
    name: 'Product',
    pages: product,
    blogPosts: [
      'Frost alerts are live',
      'What harbour masters told us',
      'The school kit in its first classroom',
      'Saying goodbye to station v1',
    ],
  },
  {
    key: 'PEOPLE',
    name: 'People and culture',
    pages: peopleAndCulture,
    blogPosts: [
      'Hello from the Porto office',
      'Summer offsite in pictures',
      'Our first mentoring year',
    ],
  },
  {
    key: 'RES',
    name: 'Research',
    pages: research,
    blogPosts: [
      'Back from the fjord campaign',
      'Three papers in one spring',
      'Hail pads on eleven roofs',
      'What the dust episode left behind',
    ],
  },
]
