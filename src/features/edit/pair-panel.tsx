import { ArrowRight } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import type { NodeId } from '@shared/graph'
import { Button, Isolated } from '../../ui'
import { type PairAnswer, pairWords } from './pair-check'

type Props = {
  pair: readonly [NodeId, NodeId]
  titleOf: (id: NodeId) => string
  /** Names to ask for at first. */
  names: readonly string[]
  onCheck: (names: readonly string[], onAnswer: (answer: PairAnswer) => void) => Promise<void>
  onConnect: (() => void) | null
}

/** Two nodes are selected: connect them, or ask which relations stand between them. */
export function PairPanel({ pair, titleOf, names, onCheck, onConnect }: Props) {
  const [text, setText] = useState(names.join(', '))
  const [answers, setAnswers] = useState<readonly PairAnswer[]>([])
  const [asking, setAsking] = useState(false)
  const asked = [...new Set(text.split(/[,\n]/).map((name) => name.trim()))].filter(Boolean)
  const [one, other] = pair

  const check = async (event: SyntheticEvent) => {
    event.preventDefault()
    setAnswers([])
    setAsking(true)
    await onCheck(asked, (answer) => setAnswers((before) => [...before, answer]))
    setAsking(false)
  }
  return (
    <article className="details" aria-labelledby="details-title">
      <header className="details__head">
        <h2 id="details-title">Two nodes</h2>
      </header>
      <div className="ends">
        <Isolated text={titleOf(one)} />
        <Isolated text={titleOf(other)} />
      </div>
      <Button disabled={onConnect === null} onClick={() => onConnect?.()}>
        Connect the first to the second…
      </Button>
      <form className="stack" onSubmit={(event) => void check(event)}>
        <label className="field">
          <span>Relations to check, both ways</span>
          <input
            className="text-input"
            value={text}
            onChange={({ target }) => setText(target.value)}
            spellCheck={false}
          />
          <span className="hint">
            {asked.length * 2} {asked.length * 2 === 2 ? 'call' : 'calls'}. This also finds what
            cannot be listed, such as favourite.
          </span>
        </label>
        <Button type="submit" disabled={asked.length === 0 || asking}>
          {asking ? 'Asking…' : 'Check'}
        </Button>
      </form>
      <ul className="pair-answers" aria-label="Answers" aria-live="polite">
        {answers.map((answer) => (
          <li key={`${answer.name}|${answer.source}`}>
            <span className="tag tag--still">
              <Isolated text={answer.name} />
            </span>{' '}
            <Isolated text={titleOf(answer.source)} /> <ArrowRight size={13} aria-label="to" />{' '}
            <Isolated text={titleOf(answer.target)} />: <strong>{pairWords(answer)}</strong>
          </li>
        ))}
      </ul>
    </article>
  )
}
