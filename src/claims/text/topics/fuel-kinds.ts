const fuels: ReadonlySet<string> = new Set('crude-oil oil-products coal gas gas-pipeline lng'.split(' '))

/** Returns the group of a fuel: `gas` for pipeline gas and LNG, `oil` for crude and products, otherwise the fuel itself. */
const kinOf = (fuel: string): string =>
  fuel.startsWith('gas') || fuel === 'lng' ? 'gas' : fuel.startsWith('oil') || fuel === 'crude-oil' ? 'oil' : fuel

/** Whether a topic is a fuel. */
export const isFuel = (topic: string): boolean => fuels.has(topic)

/** Whether two topics are fuels of different groups, such as coal and LNG. */
export const isOtherFuel = (topic: string, thing: string): boolean => fuels.has(topic) && fuels.has(thing) && kinOf(topic) !== kinOf(thing)
