import { realAnswers } from './real-answers'
import type { Request, Rule } from './start-proxy'

const relationPath = '/wiki/rest/api/relation/'
export const isRelation = ({ url }: Pick<Request, 'url'>): boolean => url.startsWith(relationPath)

/** A token that was revoked: each part of Confluence refuses it in its own way. */
export const allRefused: Rule = ({ url }) => {
  if (url.startsWith('/wiki/rest/api/user/current')) return realAnswers.accountRefused
  if (url.startsWith('/wiki/rest/api/')) return realAnswers.notPermitted
  return url.startsWith('/wiki/api/v2/') ? realAnswers.v2Bare : null
}

/** Calls of a kind, by method and the beginning of their path. */
export const calls = (seen: readonly Request[], method: string, path: string): Request[] =>
  seen.filter((request) => request.method === method && request.url.startsWith(path))
