export { MissingToken } from './missing-token'
export { TokenField } from './token-field'
export { SiteMenu } from './site-menu'
export { Welcome } from './welcome'
