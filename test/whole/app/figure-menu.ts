import type { Locator } from 'playwright-core'

/** Returns an entry of the one menu of a chart, which is opened for it. */
export async function inMenu(figure: Locator, name: string): Promise<Locator> {
  const menu = figure.locator('details.tools')
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click()
  return menu.getByRole('button', { name, exact: true })
}

/** Chooses an entry of the one menu of a chart. */
export async function chosenInMenu(figure: Locator, name: string): Promise<void> {
  await (await inMenu(figure, name)).click()
}
