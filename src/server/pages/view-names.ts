/** The pages by the first part of their address, in the order of the menu. */
export const views = ['dyad', 'world', 'read', 'compare', 'what-if', 'routes', 'track-record', 'data', 'method'] as const
