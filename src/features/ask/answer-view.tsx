import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import { answerSentence, type AskKind } from '@shared/ask'
import { Button, FailureNote } from '../../ui'
import type { CanvasActs } from '../canvas'
import type { GraphModel } from '../graph'
import { useGraph } from '../graph/panels'
import type { View } from '../view'
import { AnswerActs } from './answer-acts'
import { AnswerList } from './answer-list'
import { AskFields } from './ask-fields'
import { linesOf } from './rows'
import type { Answered, AskModel, AskState } from './store'
import { useWhileAway } from './use-while-away'

type Props = {
  ask: AskModel
  kind: AskKind
  graph: GraphModel
  view: View
  version: string
  acts: CanvasActs
  onLeave: () => void
  askAboutSelected: ReactNode
  mapSpaces: ReactNode
  /** How to ask the site for what leads nowhere. */
  checkTitles: ReactNode
}

/** The answer in a sentence, what it does not cover, what to do with it, and its list. */
export function AnswerView(props: Props) {
  const { ask, kind, graph, view, version, acts, onLeave, askAboutSelected, mapSpaces } = props
  const choice = useStore(ask.store, (state) => state.choice)
  const process = useStore(ask.store, (state) => state.process)
  const answer = useStore(ask.store, (state) => state.answer)
  const { value: shown, isNew, take, watch } = useWhileAway(answer, JSON.stringify(choice))
  const lacksPage = kind === 'change' && choice.page === null
  return (
    <>
      <AskFields {...{ ask, choice, graph, askAboutSelected }} />
      <p className="ask__sentence" role="status">
        {lacksPage
          ? 'Select one page in the graph, and ask about it here or in its menu.'
          : sentence(process, shown)}
      </p>
      {process.kind === 'failed' && (
        <>
          <FailureNote
            sentence="The answer could not be worked out."
            next="The graph may be too large for this machine. Try again, or ask a smaller one."
          />
          <Button onClick={ask.work}>Try again</Button>
        </>
      )}
      {shown !== null && <Notes answer={shown.answer} mapSpaces={mapSpaces} />}
      {kind === 'nowhere' && (shown?.answer.groups.length ?? 0) > 0 && props.checkTitles}
      {isNew && (
        <div className="row row--wrap">
          <p className="hint">The graph has changed since.</p>
          <Button onClick={take}>Show what is new</Button>
        </div>
      )}
      {shown !== null && shown.answer.groups.length > 0 && (
        <>
          <AnswerActs {...{ ask, view, graph, version }} answered={shown} />
          <div className="ask__frame" {...watch}>
            <Listed {...{ graph, view, acts, onLeave }} answered={shown} />
          </div>
        </>
      )}
    </>
  )
}

function sentence(process: AskState['process'], shown: Answered | null): string {
  if (process.kind === 'failed') return ''
  if (process.kind === 'waiting') return 'The graph is changing…'
  return shown === null ? 'Looking…' : answerSentence(shown.answer)
}

type NotesProps = { answer: Answered['answer']; mapSpaces: ReactNode }

/** What the answer does not cover: told at once where it could not be given. */
function Notes({ answer: { notes, isAnswered, spaces, kind }, mapSpaces }: NotesProps) {
  if (notes.length === 0) return null
  return (
    <details className="ask__notes" key={`${kind} ${isAnswered}`} open={!isAnswered}>
      <summary>What it does not cover</summary>
      {notes.map(({ sentence, next }) => (
        <p key={sentence} className="hint">
          {sentence} {next}
        </p>
      ))}
      {spaces.length === 0 && mapSpaces}
    </details>
  )
}

type ListedProps = Pick<Props, 'graph' | 'view' | 'acts' | 'onLeave'> & { answered: Answered }

function Listed({ graph, view, acts, onLeave, answered: { answer } }: ListedProps) {
  const model = useGraph(graph)
  const lines = useMemo(() => linesOf(answer, model), [answer, model])
  return <AnswerList {...{ lines, view, acts, onLeave }} />
}
