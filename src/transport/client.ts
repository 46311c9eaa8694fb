import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '@shared/contract'

/** Everything the page can ask of the host, typed from the contract. */
export type Client = ContractRouterClient<Contract>
