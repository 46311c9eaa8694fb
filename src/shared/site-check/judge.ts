import type { CheckAnswer, Fact, Judged, Learnt, Working } from './model'

type Answers = ReadonlyMap<string, CheckAnswer>
type Verdict = readonly [Judged['verdict'], string]

/** What the program goes by, and how an answer shows it to hold. Facts: `CheckAnswer.facts`. */
type Assumption = {
  readonly id: string
  readonly assumed: string
  readonly judge: (answers: Answers) => Verdict
}

const notAsked: Verdict = ['unknown', 'It was not asked.']

const statusWords = ({ status }: CheckAnswer): string =>
  status === null ? 'no answer' : `status ${status}`

/** Holds where one answer has a status, and a fact if one is named. */
const holds =
  (id: string, status: readonly number[], fact?: readonly [string, Fact]) =>
  (answers: Answers): Verdict => {
    const answer = answers.get(id)
    if (answer === undefined) return notAsked
    if (answer.status === null) return ['unknown', 'No answer came.']
    if (!status.includes(answer.status)) return ['differs', `It gave ${statusWords(answer)}.`]
    if (fact === undefined) return ['as-assumed', `It gave ${statusWords(answer)}.`]
    const [name, wanted] = fact
    const value = answer.facts[name]
    if (value === undefined || value === null) return ['unknown', 'The answer did not tell.']
    return [value === wanted ? 'as-assumed' : 'differs', `${name}: ${String(value)}.`]
  }

const assumptions: readonly Assumption[] = [
  {
    id: 'account',
    assumed: 'The site says whose token this is.',
    judge: holds('account', [200], ['named', true]),
  },
  {
    id: 'empty-find',
    assumed: 'A name that was never used finds nothing: 200 with an empty list.',
    judge: holds('empty-find', [200], ['results', 0]),
  },
  {
    id: 'link-out',
    assumed: 'The undocumented relation “link” tells what a page links to.',
    judge: holds('link-out', [200]),
  },
  {
    id: 'link-in',
    assumed: 'It also tells what links to a page.',
    judge: holds('link-in', [200]),
  },
  {
    id: 'expansion',
    assumed: 'A find sends both ends along when it is asked to.',
    judge: (answers) => expansion(answers),
  },
  {
    id: 'find-limit',
    assumed: 'A find gives 100 results a page.',
    judge: (answers) => {
      const limit = largestLimit(answers)
      if (limit === null) return notAsked
      return [limit >= 100 ? 'as-assumed' : 'differs', `It gives at most ${limit}.`]
    },
  },
  {
    id: 'next-address',
    assumed: 'The next page is named by an address without /wiki.',
    judge: (answers) => {
      // v2 names its next page otherwise.
      const told = [...answers.values()].flatMap(({ id, facts }) =>
        /^(?:find|link|empty)-/.test(id) ? (facts['next'] ?? []) : [],
      )
      const shape = told.find((next) => next !== 'none')
      if (shape === undefined) return ['unknown', 'No find had a second page.']
      return [shape === 'context' ? 'as-assumed' : 'differs', `It is ${String(shape)}.`]
    },
  },
  {
    id: 'favourite-find',
    assumed: 'Favourites cannot be listed: 501.',
    judge: holds('favourite-find', [501]),
  },
  {
    id: 'gone-route',
    assumed: 'A route that is not there answers 404, as JSON without an error of its own.',
    judge: holds('gone-route', [404], ['names-route', true]),
  },
  {
    id: 'missing-page',
    assumed: 'A page that is not there is named in the 404.',
    judge: holds('missing-page', [404], ['names-id', true]),
  },
  {
    id: 'search-start',
    assumed: 'A search ignores “start” and pages by cursor.',
    judge: holds('search-start', [200], ['same-as-first', true]),
  },
  {
    id: 'people',
    assumed: 'People can be looked up in bulk.',
    judge: holds('people', [200]),
  },
  {
    id: 'key-case',
    assumed: 'The key of a space may be written in any case.',
    judge: holds('key-case', [200], ['results', 1]),
  },
  {
    id: 'two-formats',
    assumed: 'Two body formats at once give no body.',
    judge: holds('two-formats', [200], ['bodies', 0]),
  },
  {
    id: 'formats-agree',
    assumed: 'Both body formats of a page hold the same links in the same number.',
    judge: (answers) => formatsAgree(answers),
  },
  {
    id: 'body-limit',
    assumed: '250 pages with their bodies come in one call.',
    judge: (answers) => {
      const limit = bodyLimit(answers)
      if (limit === null) return notAsked
      return [limit === 250 ? 'as-assumed' : 'differs', `${limit} came.`]
    },
  },
  {
    id: 'custom-names',
    assumed: 'Relations of a name of one’s own can be made, found and deleted.',
    judge: (answers) => customWords[customNames(answers)],
  },
  {
    id: 'delete-twice',
    assumed: 'Deleting what is gone is answered as deleting it: 204.',
    judge: holds('delete-again', [204]),
  },
]

/** Each assumption beside what the site showed. */
export const judge = (answers: readonly CheckAnswer[]): Judged[] => {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  return assumptions.map(({ id, assumed, judge: by }) => {
    const [verdict, seen] = by(byId)
    return { id, assumed, verdict, seen }
  })
}

/** What is worth remembering of a site. */
export function learn(answers: readonly CheckAnswer[], at: string): Learnt {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const limit = bodyLimit(byId)
  return {
    at,
    findLimit: largestLimit(byId),
    bodyLimit: limit,
    bodyFormat: formatOf(byId),
    link: linkOf(byId),
    customNames: customNames(byId),
  }
}

function expansion(answers: Answers): Verdict {
  const told = [...answers.values()].filter(({ facts }) => typeof facts['both-ends'] === 'boolean')
  if (told.length === 0) return ['unknown', 'No find had a result.']
  const isWhole = told.every(({ facts }) => facts['both-ends'] === true)
  return isWhole
    ? ['as-assumed', 'Both ends came.']
    : ['differs', 'An end was left out; it is looked up by its id.']
}

function largestLimit(answers: Answers): number | null {
  const limits = [...answers.values()].flatMap(({ id, facts }) =>
    id.startsWith('find-limit-') && typeof facts['limit'] === 'number' ? [facts['limit']] : [],
  )
  const usable = limits.filter((limit) => limit >= 1)
  return usable.length === 0 ? null : Math.max(...usable)
}

/** Slower than this a call is not worth its size. */
const slowMs = 10_000

function bodyLimit(answers: Answers): number | null {
  const good = [...answers.values()].flatMap(({ id, status, ms, facts }) => {
    const size = Number(/^bodies-(\d+)$/.exec(id)?.[1] ?? 0)
    return size > 0 && status === 200 && ms <= slowMs && facts['bodies'] !== 0 ? [size] : []
  })
  return good.length === 0 ? null : Math.max(...good)
}

function formatOf(answers: Answers): Learnt['bodyFormat'] {
  if ((answers.get('format-storage')?.facts['bodies'] ?? 0) !== 0) return 'storage'
  const adf = answers.get('format-adf')?.facts['bodies'] ?? 0
  return adf === 0 ? null : 'atlas_doc_format'
}

function formatsAgree(answers: Answers): Verdict {
  const facts = answers.get('format-adf')?.facts
  const [alike, pages] = [facts?.['pages-alike'], facts?.['pages-compared']]
  if (typeof alike !== 'number' || typeof pages !== 'number' || pages === 0) {
    return ['unknown', 'No page came in both formats.']
  }
  return [alike === pages ? 'as-assumed' : 'differs', `${alike} of ${pages} pages agree.`]
}

const linkOf = (answers: Answers): Working => {
  const [out, into] = [answers.get('link-out')?.status, answers.get('link-in')?.status]
  if (out === 200 && into === 200) return 'works'
  const isRefused = [out, into].some((status) => status === 404 || status === 501 || status === 400)
  return isRefused ? 'refused' : 'unknown'
}

function customNames(answers: Answers): Working {
  const created = answers.get('create')
  if (created?.status === undefined || created.status === null) return 'unknown'
  if (created.status >= 400 && created.status < 500) return 'refused'
  const found = ['find-created-out', 'find-created-in'].map((id) => answers.get(id)?.facts['found'])
  if (created.status === 200 && found.every((one) => one === true)) return 'works'
  return found.includes(false) ? 'refused' : 'unknown'
}

const customWords: Record<Working, Verdict> = {
  works: ['as-assumed', 'One was made, found from both ends, and deleted.'],
  refused: ['differs', 'The site refused one, or did not find it again.'],
  unknown: ['unknown', 'It was not tried: that takes two pages of a sandbox.'],
}
