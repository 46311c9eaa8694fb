import { Slider } from '@base-ui/react/slider'
import { Pause, Play } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { dateOf, type DayWindow } from '@shared/filter'
import type { Graph } from '@shared/graph'
import { dayWords } from '@shared/text'
import { Button } from '../../ui'
import type { View } from '../view'
import { histogram, spanOf } from './days'

/** Steps of a playback, and how long one is shown, ms. */
const steps = 60
const pause = 160

const words = (day: number) => dayWords(dateOf(day))

type Props = {
  graph: Graph
  view: View
  playing: boolean
  onPlaying: (playing: boolean) => void
}

/** When relations were made: a window over the days, which can be played from first to last. */
export function DateRange({ graph, view, playing, onPlaying }: Props) {
  const span = useMemo(() => spanOf(graph), [graph])
  const bars = useMemo(() => (span === null ? [] : histogram(graph, span, 40)), [graph, span])
  const days = useStore(view.store, (state) => state.filter.days)
  usePlayback(playing, span, view, () => onPlaying(false))
  if (span === null) {
    return (
      <p className="hint">No drawn relation tells when it was made, so there is no time line.</p>
    )
  }
  const shown = days ?? span
  const most = Math.max(...bars, 1)
  const put = (value: number | readonly number[]) => {
    const [from = span.from, to = span.to] = typeof value === 'number' ? [] : value
    view.preview({ days: from <= span.from && to >= span.to ? null : { from, to } })
  }
  return (
    <fieldset className="facet">
      <legend>Made between</legend>
      <svg
        className="days"
        viewBox={`0 0 ${bars.length} 20`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {bars.map((count, at) => (
          <rect
            key={at}
            x={at + 0.1}
            width={0.8}
            y={20 - (20 * count) / most}
            height={(20 * count) / most}
          />
        ))}
      </svg>
      <Slider.Root
        className="slider"
        min={span.from}
        max={span.to}
        value={[Math.max(span.from, shown.from), Math.min(span.to, shown.to)]}
        onValueChange={put}
        onValueCommitted={view.settle}
      >
        <Slider.Control className="slider__control">
          <Slider.Track className="slider__track">
            <Slider.Indicator className="slider__range" />
            {(['First day', 'Last day'] as const).map((label, index) => (
              <Slider.Thumb
                key={label}
                index={index}
                className="slider__thumb"
                aria-label={label}
                getAriaValueText={(_text, value) => words(value)}
              />
            ))}
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <div className="row">
        <span>
          {words(shown.from)} – {words(shown.to)}
        </span>
        <Button look="quiet" onClick={() => onPlaying(!playing)}>
          {playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
          {playing ? 'Pause' : 'Play'}
        </Button>
      </div>
      <p className="hint">Undated relations stay visible.</p>
    </fieldset>
  )
}

/** Moves the end of the window from its start to the last day. */
function usePlayback(
  playing: boolean,
  span: DayWindow | null,
  view: View,
  onEnd: () => void,
): void {
  useEffect(() => {
    if (!playing || span === null) return
    const now = view.store.getState().filter.days
    const from = now?.from ?? span.from
    const step = Math.max(1, Math.ceil((span.to - from) / steps))
    let to = now === null || now.to >= span.to ? from : now.to
    const timer = setInterval(() => {
      to = Math.min(span.to, to + step)
      view.preview({ days: { from, to } })
      if (to >= span.to) onEnd()
    }, pause)
    return () => {
      clearInterval(timer)
      view.settle()
    }
    // `onEnd` only sets a state; it may change with every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [playing, span, view])
}
