import { z } from 'zod'
import { ChangeLine, Levels, lineKey } from '../edit'
import { Filter } from '../filter'
import { Entity, EntityType, NodeId } from '../graph'
import { Word } from '../vocabulary'
import { items, parts, sum, value } from './changing'
import {
  Colouring,
  firstCrawl,
  firstView,
  KeptCrawl,
  KeptView,
  Outline,
  PageCrawl,
  Sizing,
} from './model'

/** What a workspace keeps beside the graph, its places and the journal. */
export type Kept = {
  readonly view: KeptView
  readonly crawl: KeptCrawl
  readonly draft: ChangeLine[]
  readonly words: Word[]
}

/** A workspace in which nothing was done yet. */
export const firstKept: Kept = { view: firstView, crawl: firstCrawl, draft: [], words: [] }

const itself = (text: string): string => text
const nodes = items(NodeId, itself)
const names = items(z.string(), itself)

const filter = Filter.shape
const outline = Outline.shape
const views = KeptView.shape.views.unwrap()

const view = parts({
  pinned: nodes,
  hiddenNodes: nodes,
  hiddenRelations: names,
  onlyState: value(KeptView.shape.onlyState),
  starts: nodes,
  layout: value(z.string()),
  colourBy: value(Colouring),
  sizeBy: value(Sizing),
  backbone: value(KeptView.shape.backbone.unwrap()),
  groupBy: value(KeptView.shape.groupBy.unwrap()),
  levels: value(Levels),
  foldedGroups: names,
  foldsByItself: value(z.boolean()),
  unfolded: names,
  neverFolded: nodes,
  filter: parts({
    mode: value(filter.mode),
    offTypes: items(EntityType, itself),
    offSpaces: names,
    offPeople: names,
    text: value(filter.text),
    minDegree: value(filter.minDegree),
    maxDegree: value(filter.maxDegree),
    days: value(filter.days),
  }),
  outline: parts({
    open: value(outline.open),
    form: value(outline.form),
    height: value(outline.height),
  }),
  views: items(views.element, ({ name }) => name),
})

const follow = KeptCrawl.shape.follow.shape

const crawl = parts({
  start: value(Entity.nullable()),
  moreStarts: items(Entity, ({ id }) => id),
  follow: parts({
    relations: names,
    direction: value(follow.direction),
    types: items(EntityType, itself),
    depth: value(z.number()),
    budget: parts({ nodes: value(z.number()), calls: value(z.number()) }),
  }),
  calls: sum,
  running: items(PageCrawl, ({ page }) => page),
})

const word = Word.shape

/** Each thing that is said of a name changes by itself. */
export const wordsChanging = items(
  Word,
  ({ name }) => name,
  parts({
    name: value(word.name),
    colour: value(word.colour),
    line: value(word.line),
    forward: value(word.forward),
    backward: value(word.backward),
    sources: value(word.sources),
    targets: value(word.targets),
    note: value(word.note),
  }),
)
export const WordsChange = wordsChanging.schema
export type WordsChange = z.infer<typeof WordsChange>

export const keptChanging = parts({
  view,
  crawl,
  draft: items(ChangeLine, lineKey),
  words: wordsChanging,
})

/** Small changes of what is kept, each of one thing, so that those of several pages go together. */
export const KeptChange = keptChanging.schema
export type KeptChange = z.infer<typeof KeptChange>
