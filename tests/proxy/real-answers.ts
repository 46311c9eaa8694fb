/** One recorded answer, byte for byte. */
export type RealAnswer = {
  readonly status: number
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

const json = 'application/json'

/**
 * Answers of real Confluence Cloud sites, as public projects recorded them between July and
 * October 2026 (markfluence, backlot, confluence.js, mark, atlassian-python-api, marksync, and
 * Atlassian's page on rate limits).
 */
export const realAnswers = {
  /** The gateway, to a good token without the scope. */
  gatewayScope: {
    status: 401,
    type: json,
    headers: { 'x-failure-category': 'FAILURE_CLIENT_SCOPE_CHECK' },
    body: String.raw`{"code":401,"message":"Unauthorized; scope does not match"}`,
  },
  /** The site, to a token with scopes that belongs at the gateway. */
  tomcatUnauthorized: {
    status: 401,
    type: 'text/html;charset=utf-8',
    body: String.raw`<!doctype html><html lang="en"><head><title>HTTP Status 401 – Unauthorized</title></head></html>`,
  },
  /** `user/current`, to refused credentials. */
  accountRefused: {
    status: 403,
    type: json,
    body: String.raw`{"statusCode":403,"message":"com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException: 403 FORBIDDEN \"Request rejected because caller cannot access Confluence\""}`,
  },
  /** Relations and searches, to refused credentials. */
  notPermitted: {
    status: 403,
    type: json,
    headers: { 'cache-control': 'no-cache, no-store, must-revalidate' },
    body: String.raw`{"message":"Current user not permitted to use Confluence","statusCode":403}`,
  },
  /** Every v2 route, to refused credentials. */
  v2Bare: {
    status: 404,
    type: json,
    body: String.raw`{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}`,
  },
  /** A page that is not there. */
  v2MissingPage: {
    status: 404,
    type: json,
    body: String.raw`{"errors":[{"status":404,"code":"NOT_FOUND","title":"Cannot find a page with id [999999999999]"}]}`,
  },
  /** A folder that is not there. */
  v2MissingFolder: {
    status: 404,
    type: json,
    body: String.raw`{"errors":[{"status":404,"code":"NOT_FOUND","title":"Content with id: [999999999999] not found"}]}`,
  },
  /** A v1 route that nobody claims. */
  nullForUri: {
    status: 404,
    type: json,
    body: String.raw`{"message":"null for uri: https://example.atlassian.net/wiki/rest/api/nopesuchroute","status-code":404}`,
  },
  /** The same, from the page of the product (30 KB in reality). */
  productPage: {
    status: 404,
    type: 'text/html;charset=UTF-8',
    body: String.raw`<!DOCTYPE html><html><head><title>Not Found</title></head><body><p>This page could not be found.</p></body></html>`,
  },
  /** A known route under another method. */
  methodNotAllowed: {
    status: 405,
    type: json,
    body: String.raw`{"errors":[{"status":405,"code":"METHOD_NOT_ALLOWED","title":"org.springframework.web.HttpRequestMethodNotSupportedException: Request method 'POST' not supported"}]}`,
  },
  /** A deprecated route, since it was taken away. */
  removed: {
    status: 410,
    type: json,
    body: String.raw`{"statusCode":410,"message":"com.atlassian.confluence.api.service.exceptions.pagesmodes.GoneException: This deprecated endpoint has been removed."}`,
  },
  /** A search for a type that CQL does not know. */
  unknownCqlType: {
    status: 400,
    type: json,
    body: String.raw`{"message":"com.atlassian.confluence.api.service.exceptions.api.BadRequestException: Unsupported value for type, got : bogus, expected one of : [space, user, page, blogpost, comment, attachment, database, whiteboard, slide, embed, folder]","statusCode":400}`,
  },
  /** A search without a query. */
  cqlRequired: {
    status: 400,
    type: json,
    body: String.raw`{"statusCode":400,"data":{"authorized":true,"valid":true,"errors":[],"successful":true},"message":"com.atlassian.confluence.api.service.exceptions.api.BadRequestException: cql query parameter is required"}`,
  },
  /** Words where a number belongs, v1. */
  noInteger: {
    status: 400,
    type: json,
    body: String.raw`{"statusCode":400,"message":"org.springframework.web.method.annotation.MethodArgumentTypeMismatchException: Failed to convert value of type 'java.lang.String' to required type 'int'; nested exception is java.lang.NumberFormatException: For input string: \"abc\""}`,
  },
  /** A find of `favourite`. */
  notImplemented: {
    status: 501,
    type: json,
    body: String.raw`{"statusCode":501,"message":"com.atlassian.confluence.api.service.exceptions.unchecked.NotImplementedServiceException: find relations not implemented for Favourites"}`,
  },
  /** A write that passes for a forged one. */
  xsrf: { status: 403, type: 'text/plain', body: String.raw`XSRF check failed` },
  /** Too many calls at once; `Retry-After` of 0 occurs. */
  burst: {
    status: 429,
    type: json,
    headers: {
      'retry-after': '0',
      'x-ratelimit-nearlimit': 'true',
      'ratelimit-reason': 'confluence-burst-based',
    },
    body: String.raw`{"message":"Rate limit exceeded","code":429}`,
  },
  /** The quota of an hour, without a word of when. */
  quota: {
    status: 429,
    type: 'text/plain',
    headers: { 'ratelimit-reason': 'conf-global-based' },
    body: String.raw`Too many requests`,
  },
  /** A change of an older version, with the status as text. */
  conflict: {
    status: 409,
    type: json,
    body: String.raw`{"errors":[{"status":"409","code":"CONFLICT","title":"Version must be incremented when updating a page. Current Version: [3]. Provided version: [3]","detail":null}]}`,
  },
  /** An id of another alphabet, v2. */
  v2WrongType: {
    status: 400,
    type: json,
    body: String.raw`{"errors":[{"status":400,"code":"INVALID_REQUEST_PARAMETER","title":"Provided value {att1} for 'id' is not the correct type. Expected type is long","detail":""}]}`,
  },
} as const satisfies Readonly<Record<string, RealAnswer>>
export type RealName = keyof typeof realAnswers
