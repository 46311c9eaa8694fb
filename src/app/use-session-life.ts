import { useEffect } from 'react'
import { announce } from './announce'
import { live, type Session } from '../session'

/** A session is alive as long as it is on the screen; what waits is kept also where the tab is closed. */
export function useSessionLife(session: Session): void {
  useEffect(() => {
    const { flush, comeBack, end } = live(session)
    const silence = announce(session)
    const onLeave = () => void flush()
    const onReturn = () => void comeBack()
    window.addEventListener('pagehide', onLeave)
    window.addEventListener('focus', onReturn)
    return () => {
      window.removeEventListener('pagehide', onLeave)
      window.removeEventListener('focus', onReturn)
      silence()
      void end()
    }
  }, [session])
}
