import { useEffect, useState } from 'react'
import { Button } from '../ui'
import { KeysDialog } from './keys-dialog'
import { singleKeys } from './single-keys'

/** Help before a site is open: the same button, key and sheet as later, with how to begin. */
export function WelcomeHelp() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typed =
        event.target instanceof Element && event.target.closest('input, select') !== null
      if (event.key !== '?' || typed || !singleKeys.getState().on) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <footer className="welcome__foot">
      <Button look="text" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        Help
      </Button>
      <KeysDialog open={open} onClose={() => setOpen(false)} title="Help">
        <section>
          <h3>To begin</h3>
          <ul className="stack">
            <li>
              <b>Explore the demo site</b> needs no account and reaches no network; the first steps
              are shown there.
            </li>
            <li>
              <b>Connect</b> takes the address of your site, your email and an API token, which you
              make at id.atlassian.com under Security. An app of your own (OAuth) does as well.
            </li>
            <li>
              Nothing is changed on your site before you change it. The token goes to the keychain
              of this computer and to your site, and nowhere else.
            </li>
          </ul>
        </section>
      </KeysDialog>
    </footer>
  )
}
