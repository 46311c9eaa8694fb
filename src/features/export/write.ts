import { strToU8, zipSync } from 'fflate'
import { aboutOf, type Drawn, formatOf } from '@shared/export'
import { type Scene, toSvg } from '../picture'
import type { Choice, FormatName } from './choice'
import { fileName } from './download'
import { type PictureRun, runPicture } from './picture'
import { sizeOf } from './size'
import { drawnFor, sceneLater, type Sources } from './taking'

export type Made = { readonly name: string; readonly blob: Blob }
export type Making = { readonly done: Promise<Made | null>; readonly cancel: () => void }

const nothingToCancel = (): void => undefined

/** Makes the file that is wanted; null where it could not be made or was given up. */
export function make(
  sources: Sources,
  choice: Choice,
  now: Date,
  onPart: (share: number) => void,
): Making {
  const named = (blob: Blob | null, ending: string): Made | null =>
    blob === null ? null : { name: fileName(ending, now, markOf(choice)), blob }
  if (choice.format === 'png') {
    const { done, cancel } = makePng(sources, choice, onPart)
    return { done: done.then((blob) => named(blob, 'png')), cancel }
  }
  if (choice.format === 'svg') {
    const done = sceneLater(sources, choice).then((scene) => {
      if (scene === null) return null
      const svg = toSvg(scene, choice.paper === 'transparent')
      return named(new Blob([svg], { type: 'image/svg+xml' }), 'svg')
    })
    return { done, cancel: nothingToCancel }
  }
  if (choice.format === 'pdf') {
    const { creator, exportedAt: at } = aboutOf(sources.file)
    const { done, cancel } = whenLaidOut(sceneLater(sources, choice), (scene) =>
      runPicture({ kind: 'pdf', scene, creator, at }, onPart),
    )
    return { done: done.then((blob) => named(blob, 'pdf')), cancel }
  }
  const { blob, ending } = dataFile(drawnFor(sources, choice), choice.format)
  return { done: Promise.resolve(named(blob, ending)), cancel: nothingToCancel }
}

/** Two tables of one graph go by different names. */
const markOf = ({ format, redact }: Choice): string =>
  (format === 'csv-nodes' ? '-nodes' : format === 'csv-relations' ? '-relations' : '') +
  (redact ? '-redacted' : '')

/** The picture as pixels, painted away from the page. */
export function makePng(
  sources: Sources,
  choice: Choice,
  onPart: (share: number) => void,
): PictureRun {
  const transparent = choice.paper === 'transparent'
  return whenLaidOut(sceneLater(sources, choice, choice.size), (scene) => {
    const { width, height, scale } = sizeOf(scene, choice.size)
    return runPicture({ kind: 'png', scene, width, height, scale, transparent }, onPart)
  })
}

/** Paints what is laid out first, unless it was given up meanwhile. */
function whenLaidOut(
  laidOut: Promise<Scene | null>,
  paint: (scene: Scene) => PictureRun,
): PictureRun {
  let run: PictureRun | null = null
  let isGivenUp = false
  return {
    done: laidOut.then((scene) => {
      if (scene === null || isGivenUp) return null
      run = paint(scene)
      return run.done
    }),
    cancel: () => {
      isGivenUp = true
      run?.cancel()
    },
  }
}

/** One text as it is, two as a zip. */
function dataFile(drawn: Drawn, name: FormatName): { blob: Blob; ending: string } {
  const format = formatOf(name)
  if (format === null) throw new Error(`No such format: ${name}`)
  const files = format.write(drawn)
  const [only] = files
  if (files.length === 1 && only !== undefined) {
    return { blob: new Blob([only.text], { type: format.mime }), ending: format.ending }
  }
  const packed = zipSync(
    Object.fromEntries(files.map(({ part, text }) => [`${part}.${format.ending}`, strToU8(text)])),
  )
  // The library's types leave open what the buffer is; it is one of its own.
  const bytes = new Uint8Array(packed)
  return { blob: new Blob([bytes], { type: 'application/zip' }), ending: 'zip' }
}

/** Text that can be pasted. */
export const textOf = (sources: Sources, choice: Choice): string =>
  formatOf(choice.format)
    ?.write(drawnFor(sources, choice))
    .map(({ text }) => text)
    .join('\n') ?? ''
