import type { ElectronApi } from './electron-api'

type Options = Pick<ElectronApi, 'app' | 'session' | 'shell'> & {
  readonly mayOpen: (url: string) => boolean
}

/** No page of ours navigates, opens windows, embeds views or asks for rights. */
export function lockDown({ app, session, shell, mayOpen }: Options): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpen(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
  })
  // Copying a link is the one right the page uses, and that needs a click of the person.
  const allowed = 'clipboard-sanitized-write'
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === allowed),
  )
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === allowed,
  )
}
