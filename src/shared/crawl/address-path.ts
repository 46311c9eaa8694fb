import { decodeTinyLink } from './tiny-link'
import {
  contentTarget,
  spaceTarget,
  type StartTarget,
  titleTarget,
  userTarget,
} from './start-target'
import { quoted } from '../text'

type Query = { get(name: string): string | null }

/** Why an address leads nowhere, and what to do instead. */
export type Refusal = { readonly reason: string; readonly next: string }

const namesNothing = 'This address names no page, blog post, space or person.'
const pasteAnother = 'Paste the address of a page, blog post, space or person.'
const refuse = (reason: string, next = pasteAnother): Refusal => ({ reason, next })
const noId = (what: string) => refuse(`This address holds no valid ${what}.`)

type Reading = StartTarget | Refusal

/** By the first segment below `/wiki`: what the segments after it name. */
const folders: ReadonlyMap<string, (path: readonly string[]) => Reading> = new Map([
  ['spaces', inSpace],
  ['pages', (path) => contentIn(path, 'page') ?? noId('content id')],
  ['display', displayed],
  ['people', person],
  ['x', ([code = '']) => tiny(code)],
  ['download', ([, id = '']) => contentTarget(id) ?? noId('content id')],
  [
    'l',
    () =>
      refuse(
        'Only Confluence itself can tell where a share link leads.',
        'Open the link in your browser and paste the full address that it leads to.',
      ),
  ],
])

/** What the address of a Confluence thing names: its path below `/wiki`, and its query. */
export function targetAtPath(path: readonly string[], query: Query): Reading {
  const [folder = '', ...rest] = path
  if (path.at(-1)?.endsWith('.action') === true) return classicAction(folder, query)
  return folders.get(folder)?.(rest) ?? refuse(namesNothing)
}

const noSinglePerson = ['', 'search', 'team', 'teams']

function person([id = '']: readonly string[]): Reading {
  return noSinglePerson.includes(id)
    ? refuse('This address names no single person.')
    : (userTarget(id) ?? noId('account id'))
}

/** Sections of a space that hold content, and the type that an id in them has. */
const sections: ReadonlyMap<string, string> = new Map([
  ['pages', 'page'],
  ['blog', 'blogpost'],
  ['whiteboard', 'whiteboard'],
  ['database', 'database'],
  ['folder', 'folder'],
  ['embed', 'embed'],
])
const ownAddresses = ['', 'overview', 'pages', 'blog']

function inSpace([key = '', section = '', ...below]: readonly string[]): Reading {
  if (key === '') return refuse('This is the list of all spaces, not one of them.')
  if (below.length === 0 && ownAddresses.includes(section)) {
    return spaceTarget(key) ?? noId('space key')
  }
  const subtype = sections.get(section)
  return subtype === undefined
    ? refuse(`The part ${quoted(section)} of a space is not something that can be related.`)
    : (contentIn(below, subtype) ?? noId('content id'))
}

/** `ID/Title`, `edit-v2/ID`, `ID/edit`, and for a blog post `YYYY/MM/DD/ID/Title`. */
function contentIn(path: readonly string[], subtype: string): StartTarget | null {
  const rest = path[0] === 'edit-v2' ? path.slice(1) : path
  const id = subtype === 'blogpost' && isDate(rest) && rest.length > 3 ? rest[3] : rest[0]
  return contentTarget(id ?? '', subtype)
}

const isDate = ([year = '', month = '', day = '']: readonly string[]) =>
  /^\d{4}$/.test(year) && /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day)

/** `KEY`, `KEY/Title`, `KEY/YYYY/MM/DD/Title`. A plus sign in a title's path stands for a space. */
function displayed([key = '', ...rest]: readonly string[]): Reading {
  if (rest.length === 0) return spaceTarget(key) ?? noId('space key')
  const blog = isDate(rest) && rest.length === 4
  const title = blog ? rest[3] : rest.length === 1 ? rest[0] : undefined
  return titleTarget(key, title ?? '', blog ? 'blogpost' : 'page') ?? noId('space key and title')
}

function tiny(code: string): Reading {
  const id = decodeTinyLink(code)
  return (id === null ? null : contentTarget(id)) ?? noId('tiny link code')
}

/** `viewpage.action` and its kin, which name their thing in the query. */
function classicAction(folder: string, query: Query): Reading {
  const id = query.get('pageId') ?? query.get('draftId')
  if (id !== null) return contentTarget(id) ?? noId('content id')
  const key = query.get('spaceKey') ?? query.get('key')
  const title = query.get('title')
  if (key !== null && title !== null) {
    const contentType = query.get('postingDay') === null ? 'page' : 'blogpost'
    return titleTarget(key, title, contentType) ?? noId('space key and title')
  }
  if (key !== null && folder === 'spaces') return spaceTarget(key) ?? noId('space key')
  return refuse(namesNothing)
}
