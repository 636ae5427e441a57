/** A sample text: facts about China and Russia, some of them wrong, with an opinion, a cause and a forecast. */
export const sample = {
  title: 'A neighbour without limits? (sample)',
  date: '2024-06-01',
  text: `China and Russia have drawn closer since the first sanctions of 2014. Trade between them reached $240 billion in 2023, a record.

China exported goods worth $45 billion to Russia in 2013. Russia's share of China's crude oil imports was about 19 percent in 2023. In 2023 trade with China equalled about 12 percent of Russia's GDP. Russia's exports to China were worth $39 billion in 2019.

Both states are members of the Shanghai Cooperation Organisation. In 2001 China and Russia signed a treaty of good-neighbourliness. Russia joined the World Trade Organization in 2001. In March 2022 China abstained on resolution ES-11/1 of the UN General Assembly.

Russia supplied most of China's imported arms between 2010 and 2019. It is a partnership of convenience rather than of conviction. Because of the war, Moscow needs Beijing more than Beijing needs Moscow. Trade between China and Russia is likely to exceed $300 billion by 2025.
`,
} as const
