/**
 * @param {string} changelog
 * @param {string} version
 * @returns {string | null} what the changelog says of a version, or null where it does not
 */
export function notesOf(changelog, version) {
  const parts = changelog.split(/^## /m).slice(1)
  const part = parts.find((one) => one.split(/\s/, 1)[0] === version)
  const text = part?.slice(part.indexOf('\n')).trim() ?? ''
  return text === '' ? null : `${text}\n`
}

/**
 * What a person should know before a download is opened.
 *
 * @param {Record<string, string | undefined>} env where `true` says that there was a certificate
 */
export function unsignedWords({ MAC_SIGNED, WINDOWS_SIGNED }) {
  const systems = [
    ...(MAC_SIGNED === 'true' ? [] : ['macOS']),
    ...(WINDOWS_SIGNED === 'true' ? [] : ['Windows']),
  ]
  if (systems.length === 0) return ''
  return `
## Not signed

The downloads for ${systems.join(' and ')} are not signed, so the system warns before it opens them.
Compare the download with SHA256SUMS.txt first.
`
}
