import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { explain } from '@shared/failure'
import { App } from './app/app'
import { openBefore } from './app/last-open'
import { singleKeys } from './commands'
import { attempt, connect, toFailure } from './transport'
import { afterPress, chooseTheme, dropSecondEscapes, dropSecondPresses, FailureNote } from './ui'
import './app/styles.css'

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no root element.')
const root = createRoot(place)
dropSecondPresses(document)
dropSecondEscapes(document)

try {
  const connection = await connect(afterPress)
  const info = await attempt(connection.client.shell.info())
  if (info.ok) {
    singleKeys.setState({ on: info.value.settings.singleKeys })
    chooseTheme(info.value.settings.theme)
  }
  const before = info.ok ? await openBefore(connection.client) : null
  root.render(
    <StrictMode>
      {info.ok ? (
        <App connection={connection} shell={info.value} before={before} />
      ) : (
        <FailureNote {...explain(info.failure)} />
      )}
    </StrictMode>,
  )
} catch (error) {
  root.render(<FailureNote {...explain(toFailure(error))} />)
}
