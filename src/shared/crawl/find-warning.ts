const notListed = 'Confluence can say whether it holds between two nodes, but cannot list it.'

const warnings: Readonly<Record<string, string>> = {
  favourite: `“favourite” cannot be followed: ${notListed}`,
  favorite: `Confluence writes it “favourite”, and it cannot be followed: ${notListed}`,
  like: `“like” cannot be followed: ${notListed}`,
  link: '“link” is built in: the links that pages hold. It is read-only, and Atlassian does not document it, so some links may be missing.',
}

/**
 * What a person should know before following a relation of this name, or null. Finds of
 * `favourite` and `like` are answered with 501; `link` is used by others, but in no reference.
 */
export function findWarning(name: string): string | null {
  const key = name.trim().toLowerCase()
  return Object.hasOwn(warnings, key) ? (warnings[key] ?? null) : null
}
