/** A short note of ours to try the page with: facts about China and Russia, some of them wrong, beside an opinion, a cause and a forecast. */
export const sample = {
  title: 'A neighbour without limits? (sample)',
  date: '2024-06-01',
  text: `China and Russia have drawn closer since the first sanctions of 2014. Trade between them reached $240 billion in 2023, a record.

China exported goods worth $45 billion to Russia in 2013. Russia's share of China's crude oil imports was about 19 percent in 2023. Both states are members of the Shanghai Cooperation Organisation, which was founded in 2001.

Russia supplied most of China's imported arms between 2010 and 2019. In 2015 Russia agreed to sell 24 Su-35 fighters to China. Yet trade between China and Russia fell in 2022, as sanctions took hold.

In the UN General Assembly they vote alike more often than not. Russia joined the World Trade Organization in 2001. China has imposed sanctions on Russia.

It is a partnership of convenience rather than of conviction. Because of the war, Moscow needs Beijing more than Beijing needs Moscow. Trade between China and Russia is likely to exceed $300 billion by 2025.
`,
} as const
