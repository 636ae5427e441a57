/** What the shock of a preset does on the tables of 2011 to one economy or bloc, in per cent. */
export interface LinksComparison {
  readonly who: string
  readonly withoutLinks: number
  readonly withLinks: number
}

/** Economies of the presets that the tables of 2011 do not have; the bloc acts without them. */
export const lackingIn2011 = ['NZL', 'NOR', 'CHE', 'ISL'] as const

/**
 * The presets after EconPol Policy Report 41 on the tables of 2011, which have input links, without and with these: how much of the gap to the published losses
 * comes from the links alone. The European Union is that of 2022. `test/scenarios/links-comparison.test.ts` reruns them.
 */
export const linksComparisons: Readonly<Record<string, readonly LinksComparison[]>> = {
  'econpol-2022-allies-russia': [
    { who: 'RUS', withoutLinks: -3.14, withLinks: -6.22 },
    { who: 'allies', withoutLinks: -0.04, withLinks: -0.08 },
  ],
  'econpol-2022-eu-china': [
    { who: 'European Union', withoutLinks: -0.27, withLinks: -0.53 },
    { who: 'CHN', withoutLinks: -0.44, withLinks: -1.29 },
  ],
  'econpol-2022-west-east': [
    { who: 'West', withoutLinks: -0.44, withLinks: -0.85 },
    { who: 'East', withoutLinks: -1.36, withLinks: -3.48 },
  ],
}

/**
 * Says what input links alone do to the losses of a preset.
 *
 * @example linksSentence('econpol-2022-eu-china').includes('European Union −0.27 % without and −0.53 % with links')   // true
 */
export function linksSentence(preset: string): string {
  const cells = (linksComparisons[preset] ?? []).map(
    ({ who, withoutLinks, withLinks }) => `${who} ${signed(withoutLinks)} % without and ${signed(withLinks)} % with links`,
  )
  return `Our run of the same shock on the tables of 2011, which have such links: ${cells.join('; ')}. Links alone double a loss or more; the rest is data, sectors and elasticities.`
}

const signed = (value: number): string => value.toFixed(2).replace('-', '−')
