/** Scenarios that follow no paper: their sizes are assumed. */
export const examples: readonly { readonly title: string; readonly query: Readonly<Record<string, string>> }[] = [
  {
    title: 'United States and China: 60 % tariffs on each other',
    query: { kind: 'tariff', by: 'USA', on: 'CHN', size: '60', answer: '1', base: 'icio-2022' },
  },
  {
    title: 'No oil and gas from Russia',
    query: { kind: 'ban', by: 'USA,EU,GBR,JPN', on: 'RUS', answer: '0', base: 'icio-2022', sectors: 'B06,C19' },
  },
  {
    title: 'United Kingdom and EU: an agreement ends',
    query: { kind: 'agreement', by: 'GBR', on: 'EU', size: '26', base: 'icio-2022' },
  },
]

/** The presets by the paper that they follow, with short titles. */
export const presetGroups: readonly { readonly title: string; readonly presets: readonly (readonly [id: string, title: string])[] }[] = [
  {
    title: 'Trade costs doubled, as in EconPol 2022',
    presets: [
      ['econpol-2022-allies-russia', 'Allies and Russia'],
      ['econpol-2022-eu-china', 'EU and China'],
      ['econpol-2022-west-east', 'West and East'],
    ],
  },
  {
    title: 'A tariff, as in Costinot and Rodríguez-Clare 2014',
    presets: [['costinot-rodriguez-clare-2014-us-tariff', 'United States: 40 % on everyone']],
  },
]
