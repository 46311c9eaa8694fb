/** An app that is registered for the sign-in. */
export type OAuthClient = { readonly id: string; readonly secret: string }
