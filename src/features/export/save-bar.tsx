import { useEffect, useMemo, useRef, useState } from 'react'
import { mermaidWarning } from '@shared/export'
import { inBytes } from '@shared/text'
import type { Scene } from '../picture'
import { Button, FailureNote } from '../../ui'
import { type Choice, isPicture, offerOf } from './choice'
import { sizeOf, tooLarge } from './size'
import { drawnFor, sceneLater, type Sources } from './taking'
import { useSaveFile } from './use-save-file'
import { useScene } from './use-scene'
import { make, makePng, type Making, textOf } from './write'

type Props = { sources: Sources; choice: Choice; onDone: () => void }

type State =
  | { readonly kind: 'ready' }
  | { readonly kind: 'making'; readonly share: number; readonly cancel: () => void }
  | { readonly kind: 'failed' }
  | { readonly kind: 'copied' }

/** A picture that is pasted is looked at on a screen. */
const copiedSide = 4096

/** How large it becomes, and the acts: save, copy, give up. */
export function SaveBar({ sources, choice, onDone }: Props) {
  const [state, setState] = useState<State>({ kind: 'ready' })
  const scene = useScene(sources, choice)
  const facts = useMemo(() => factsOf(sources, choice, scene), [sources, choice, scene])
  const saveFile = useSaveFile()
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  const isAlive = () => alive.current
  const making = useRef<Making | null>(null)
  useEffect(() => () => making.current?.cancel(), [])
  const onPart = (share: number) =>
    setState((now) => (now.kind === 'making' ? { ...now, share } : now))

  const save = async () => {
    const run = make(sources, choice, new Date(), onPart)
    making.current = run
    const given = { up: false }
    const cancel = () => {
      given.up = true
      run.cancel()
    }
    setState({ kind: 'making', share: 0, cancel })
    const made = await run.done.catch(() => null)
    if (made !== null) saveFile(made.name, made.blob)
    if (!isAlive()) return
    setState({ kind: made === null && !given.up ? 'failed' : 'ready' })
    if (made !== null) onDone()
  }
  const copy = async () => {
    const isDone = await copied(sources, choice)
    if (isAlive()) setState({ kind: isDone ? 'copied' : 'failed' })
  }
  return (
    <div className="export__bar">
      <p className="hint" role="status">
        {state.kind === 'copied' ? 'Copied.' : facts.words}
      </p>
      {facts.warning !== null && <p className="hint">{facts.warning}</p>}
      {facts.refusal !== null && (
        <FailureNote sentence={facts.refusal} next="Choose a smaller size." />
      )}
      {state.kind === 'failed' && (
        <FailureNote
          sentence="The export could not be made, and nothing was saved."
          next={
            isPicture(choice.format)
              ? 'Choose a smaller size, or another format, and try again.'
              : 'Try again, or choose another format.'
          }
        />
      )}
      {state.kind === 'making' ? (
        <div className="row">
          <progress className="export__progress" max={1} value={state.share} aria-label="Drawn" />
          <Button onClick={state.cancel}>Stop</Button>
        </div>
      ) : (
        <div className="row row--end">
          {canBeCopied(choice) && (
            <Button disabled={facts.isEmpty} onClick={() => void copy()}>
              {isPicture(choice.format) ? 'Copy picture' : 'Copy text'}
            </Button>
          )}
          <Button
            look="main"
            disabled={facts.refusal !== null || facts.isEmpty}
            onClick={() => void save()}
          >
            Save {offerOf(choice.format)?.title}
          </Button>
        </div>
      )}
    </div>
  )
}

const canBeCopied = ({ format }: Choice): boolean =>
  format === 'png' || format === 'mermaid' || format === 'dot'

async function copied(sources: Sources, choice: Choice): Promise<boolean> {
  try {
    if (!isPicture(choice.format)) {
      await navigator.clipboard.writeText(textOf(sources, choice))
      return true
    }
    const scene = await sceneLater(sources, choice, choice.size)
    if (scene === null) return false
    const size = sizeOf(scene, choice.size)
    const fits = Math.max(size.width, size.height) <= copiedSide
    const wanted = fits ? choice : { ...choice, size: { kind: 'side' as const, value: copiedSide } }
    // The clipboard takes the promise: a picture that is not ready yet does not lose the press.
    const blob = makePng(sources, wanted, () => undefined).done.then((done) => {
      if (done === null) throw new Error('No picture')
      return done
    })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    return true
  } catch {
    return false
  }
}

type Facts = {
  readonly words: string
  readonly warning: string | null
  readonly refusal: string | null
  readonly isEmpty: boolean
}

const notYet: Facts = {
  words: 'Laying out the picture…',
  warning: null,
  refusal: null,
  isEmpty: true,
}

function factsOf(sources: Sources, choice: Choice, scene: Scene | null): Facts {
  if (isPicture(choice.format)) return scene === null ? notYet : factsOfPicture(scene, choice)
  const file = drawnFor(sources, choice).file
  return {
    words: countWords(file),
    warning:
      choice.format === 'mermaid'
        ? mermaidWarning(drawnFor(sources, choice), textOf(sources, choice))
        : null,
    refusal: null,
    isEmpty: file.nodes.length === 0,
  }
}

type Counted = { readonly nodes: readonly unknown[]; readonly edges: readonly unknown[] }

const countWords = ({ nodes, edges }: Counted): string =>
  `${nodes.length.toLocaleString('en')} nodes, ${edges.length.toLocaleString('en')} relations`

function factsOfPicture(scene: Scene, choice: Choice): Facts {
  const isEmpty = scene.nodes.length === 0
  if (choice.format === 'png') {
    const size = sizeOf(scene, choice.size)
    const sides = [size.width, size.height].map((side) => side.toLocaleString('en')).join(' × ')
    return {
      words: `${sides} pixels, about ${inBytes(size.bytes)}`,
      warning: null,
      refusal: tooLarge(size),
      isEmpty,
    }
  }
  return { words: countWords(scene), warning: null, refusal: null, isEmpty }
}
