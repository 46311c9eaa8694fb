import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonMenu, FailureNote, useTell } from '../../ui'
import { fileName } from '../export'
import { useSaveFile } from '../export/panels'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import { nodesOf } from './rows'
import type { Answered, AskModel } from './store'

type Props = {
  ask: AskModel
  view: View
  graph: GraphModel
  version: string
  answered: Answered
}

const mimes = { csv: 'text/csv', json: 'application/json' } as const

/** What can be done with an answer as a whole. */
export function AnswerActs({ ask, view, graph, version, answered }: Props) {
  const [isFailed, setFailed] = useState(false)
  const saveFile = useSaveFile()
  const tell = useTell()
  const attempt = async (work: () => Promise<void>) => {
    setFailed(false)
    await work().catch(() => setFailed(true))
  }
  const save = (as: keyof typeof mimes) =>
    attempt(async () => {
      const text = await ask.write(answered, as, version)
      const name = fileName(as, new Date(), `-${answered.answer.kind}`)
      saveFile(name, new Blob([text], { type: mimes[as] }))
    })
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(await ask.write(answered, 'text', version))
      tell('The list is copied.')
    })
  const select = () => {
    const { nodes } = graph.store.getState().graph
    view.goToAll({ nodes: nodesOf(answered.answer).filter((id) => nodes.has(id)) })
  }
  return (
    <>
      <div className="row row--wrap" role="group" aria-label="The answer">
        <Button disabled={answered.answer.found === 0} onClick={select}>
          Select on the graph
        </Button>
        <ButtonMenu
          items={[
            { kind: 'act', label: 'Copy as text, to mail', onPick: () => void copy() },
            { kind: 'act', label: 'Save as CSV', onPick: () => void save('csv') },
            { kind: 'act', label: 'Save as JSON', onPick: () => void save('json') },
          ]}
          trigger={
            <button type="button" className="button button--plain">
              <Download size={14} aria-hidden /> Save
            </button>
          }
        />
      </div>
      {isFailed && (
        <FailureNote
          sentence="The list could not be copied or saved."
          next="Try again, or save it in another form."
        />
      )}
    </>
  )
}
