const removed = '[removed]'
/** A shorter text is no secret of ours, and taking it out everywhere would tear answers apart. */
const shortest = 8

/**
 * What would give our credentials away if a server, or a proxy on the way, sent it back: the header
 * `Authorization` and what is in it, as it stands and as it may be written in JSON or an address.
 */
export function secretsIn(authorization: string): readonly string[] {
  const [, scheme = '', value = ''] = /^(\S+)\s+(.+)$/.exec(authorization) ?? []
  const pair = /^basic$/i.test(scheme) ? Buffer.from(value, 'base64').toString('utf8') : ''
  const token = pair.slice(pair.indexOf(':') + 1)
  const plain = [authorization, value, value.replace(/=+$/, ''), pair, token]
  const written = plain.flatMap((text) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, ''),
  ])
  const long = [...new Set(written)].filter((text) => text.length >= shortest)
  // The longer first, or a part that is taken out would leave the rest of it.
  return long.sort((a, b) => b.length - a.length)
}

/** The text without any of the secrets. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((clean, secret) => clean.replaceAll(secret, removed), text)
