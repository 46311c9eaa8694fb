import { useEffect, useMemo, useState } from 'react'
import { type Choice, isPicture } from './choice'
import { runPicture } from './picture'
import { drawnFor, type Sources } from './taking'
import { useScene } from './use-scene'
import { textOf } from './write'

type Props = { sources: Sources; choice: Choice }

/** Px of the longest side; screens may have two for one. */
const side = 720
/** Handing over a larger picture would be felt each time that something is chosen. */
const mostNodes = 4_000
const rest = 150
/** Lines of a text. */
const lines = 8

/** What will be saved, small: it is made from the same scene as the file. */
export function Preview({ sources, choice }: Props) {
  if (isPicture(choice.format)) return <PictureOf {...{ sources, choice }} />
  if (choice.format === 'mermaid' || choice.format === 'dot') {
    return <TextOf {...{ sources, choice }} />
  }
  return null
}

function PictureOf({ sources, choice }: Props) {
  const scene = useScene(sources, choice)
  const [made, setMade] = useState<string | null>(null)
  const isShown = scene !== null && scene.nodes.length > 0 && scene.nodes.length <= mostNodes
  const transparent = choice.paper === 'transparent'
  useEffect(() => {
    if (!isShown) return
    let [cancel, url] = [(): void => undefined, '']
    const timer = setTimeout(() => {
      const { width, height } = scene.box
      const scale = side / Math.max(width, height)
      const [w, h] = [width, height].map((px) => Math.max(1, Math.round(px * scale)))
      const run = runPicture(
        { kind: 'png', scene, width: w ?? 1, height: h ?? 1, scale, transparent },
        () => undefined,
      )
      cancel = run.cancel
      void run.done.then((blob) => {
        if (blob === null) return
        url = URL.createObjectURL(blob)
        setMade(url)
      })
    }, rest)
    return () => {
      clearTimeout(timer)
      cancel()
      URL.revokeObjectURL(url)
    }
  }, [scene, isShown, transparent])
  if (scene === null || scene.nodes.length === 0) return null
  if (!isShown) return <p className="hint">So large a picture has no preview.</p>
  return (
    <div className={`export__preview${transparent ? ' export__preview--clear' : ''}`}>
      {made !== null && <img src={made} alt="The picture as it will be saved, small" />}
    </div>
  )
}

function TextOf({ sources, choice }: Props) {
  const text = useMemo(
    () => (drawnFor(sources, choice).file.nodes.length > mostNodes ? '' : textOf(sources, choice)),
    [sources, choice],
  )
  if (text === '') return null
  const all = text.split('\n')
  const more = all.length - lines
  return (
    <pre className="export__text" role="region" aria-label="The beginning of the text" tabIndex={0}>
      {all.slice(0, lines).join('\n')}
      {more > 0 && `\n… ${more.toLocaleString('en')} more lines`}
    </pre>
  )
}
