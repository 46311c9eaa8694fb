import { Hourglass } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Pace } from '@shared/contract'
import { Button } from '../../ui'
import type { Remote } from './store'

/** Whole seconds until a pause ends, at least 1; null while there is none. */
export function secondsLeft(pace: Pace | null, now: number): number | null {
  if (pace === null || pace.state === 'free' || pace.until === null) return null
  return Math.max(1, Math.ceil((Date.parse(pace.until) - now) / 1000))
}

type Props = {
  remote: Remote
  /** Told before the waiting calls are given up. */
  onGiveUp: () => void
}

/** Says that Confluence asked to wait, for how long, and lets the person give up. */
export function PaceNote({ remote, onGiveUp }: Props) {
  const pace = useStore(remote.store, (state) => state.pace)
  const [now, setNow] = useState(() => Date.now())
  const paused = pace?.state === 'paused'
  useEffect(() => {
    if (!paused) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [paused])
  const seconds = secondsLeft(pace, now)
  return (
    <div className="pace" role="status">
      {seconds !== null && (
        <div className="pace__note">
          <Hourglass size={16} aria-hidden />
          {/* Counting aloud every second would drown everything else. */}
          <span aria-hidden>Paused by Confluence, goes on in {seconds} s</span>
          <span className="visually-hidden">Paused by Confluence; goes on by itself.</span>
          {(pace?.waiting ?? 0) > 0 && <span className="pace__more">{pace?.waiting} waiting</span>}
          <Button
            onClick={() => {
              onGiveUp()
              void remote.cancelWaiting()
            }}
          >
            Give up waiting
          </Button>
        </div>
      )}
    </div>
  )
}
