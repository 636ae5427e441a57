/** The same question put again: votes by their id in the source `un-votes`, or by symbol without `A/RES/`. */
export interface SameQuestion {
  readonly what: string
  readonly votes: readonly (number | string)[]
}

/**
 * Roll calls of sessions 2 to 58 that put the same question again, one list each.
 *
 * The headings of those years are often too broad to link by ("CHINA REPRESENTATION" covers four questions in session 22 alone), so these were read one by one in the
 * descriptions of the source file, which the record does not hold. Listed is what is described in the same words from one session to the next, is the same part of the same
 * yearly resolution, or is a motion to put the same item on the agenda. How anybody voted plays no part.
 */
export const sameQuestion: readonly SameQuestion[] = [
  { what: 'to put apartheid on the agenda', votes: [319, 366, 393, 465, 506] },
  { what: 'to put the treatment of Indians in South Africa on the agenda', votes: [464, 507] },
  { what: 'to put West Irian on the agenda', votes: [394, 426, 466, 508] },
  { what: 'to put Hungary on the agenda', votes: [540, 598, 638, 730, 806] },
  { what: 'to put Tibet on the agenda', votes: [581, 637, 729] },
  { what: 'not to consider the representation of China: United States motion', votes: [392, 423] },
  { what: 'not to consider the representation of China: General Committee', votes: [470, 512, 545, 577, 636] },
  { what: 'any change in the representation of China is an important question', votes: [757, 884, 929, 981, 1018, 1068, 1119] },
  { what: 'to seat the People’s Republic of China', votes: [760, 808, 855, 885, 930, 982, 1019, 1069, 1120, 1190] },
  { what: 'a committee to study the representation of China', votes: [931, 984, 1021] },
  { what: 'negotiations on the treatment of Indians in South Africa', votes: [527, 559, 606] },
  { what: 'objectives of the United Nations in Korea', votes: [869, 920, 960, 977, 1051, 1077, 1129] },
  { what: 'transmission of information under Article 73 e', votes: [1154, 1372, 1465] },
  { what: 'a round table on the treatment of Indians in South Africa', votes: [71, 150] },
  { what: 'self-determination of Oman', votes: [1086, 1157] },
  { what: 'referendum in Spanish Sahara', votes: [1099, 1160] },
  { what: 'self-determination of the Seychelles', votes: [1377, 1474] },
  { what: 'self-determination of Brunei', votes: [1634, '31/56', '32/27'] },
  { what: 'no independence before majority rule in Zimbabwe', votes: [1389, 1494, 1572] },
  { what: 'sanctions on Southern Rhodesia', votes: [1390, 1495, 1573] },
  { what: 'Soviet signature of Additional Protocol II of the Treaty of Tlatelolco', votes: [1415, 1518, 1593, '31/67', '32/79'] },
  { what: 'Additional Protocol I of the Treaty of Tlatelolco', votes: [1520, 1598] },
  { what: 'all nuclear weapon tests condemned', votes: [1314, 1418] },
  { what: 'the people of Palestine entitled to equal rights and self-determination', votes: [1133, 1208, 1323, 1433] },
  { what: 'return of the displaced since 1967', votes: [1209, 1322] },
  { what: 'Geneva Convention in the occupied territories', votes: [1430, 1538, 1615] },
  { what: 'Geneva Convention, part A or B', votes: ['33/113 A', '34/90 B', '35/122 A', '36/147 A', '37/88 A', '38/79 B'] },
  { what: 'work of the Special Committee on Israeli practices, 1971 and 1972', votes: [1267, 1320] },
  { what: 'work of the Special Committee on Israeli practices, 1974 to 1976', votes: [1537, 1614, '31/106 C'] },
  {
    what: 'work of the Special Committee on Israeli practices, part A',
    votes: ['43/58 A', '44/48 A', '45/74 A', '46/47 A', '47/70 A', '48/41 A', '49/36 A', '50/29 A', '51/131', '52/64'],
  },
  {
    what: 'illegality of measures in the occupied territories, part C',
    votes: ['42/160 C', '43/58 C', '44/48 C', '45/74 C', '46/47 C', '47/70 C'],
  },
  { what: 'Golan Heights, special committee', votes: ['46/47 F', '47/70 F'] },
  {
    what: 'occupied Syrian Golan, special committee',
    votes: ['49/36 D', '50/29 D', '51/135', '52/68', '53/57', '54/80', '55/134', '56/63', '57/128', '58/100'],
  },
  {
    what: 'Syrian Golan, situation in the Middle East',
    votes: ['48/59 B', '49/87 B', '50/22 B', '51/28', '52/54', '53/38', '54/38', '55/51', '56/32', '57/112', '58/23'],
  },
  { what: 'education in the occupied territories, part G', votes: ['43/58 G', '44/48 G', '45/74 G', '46/47 G', '47/70 G'] },
  { what: 'protection of Palestinian students, part K', votes: ['44/47 K', '46/46 K', '47/69 K', '48/40 J'] },
  {
    what: 'assistance to Palestine refugees, part A',
    votes: ['38/83 A', '39/99 A', '40/165 A', '41/69 A', '42/69 A', '43/57 A', '44/47 A', '45/73 A', '46/46 A', '47/69 A', '48/40 A'],
  },
  {
    what: 'assistance to the Palestinian people',
    votes: ['39/224', '40/170', '41/181', '42/166', '43/178', '44/235', '45/183', '46/201', '47/170'],
  },
  {
    what: 'return of the displaced, part G',
    votes: ['39/99 G', '40/165 G', '41/69 G', '42/69 G', '43/57 G', '44/47 G', '45/73 G', '46/46 G', '47/69 G'],
  },
  { what: 'Committee on the Rights of the Palestinian People, part A', votes: ['43/175 A', '44/41 A', '45/67 A', '46/74 A'] },
  { what: 'Committee on the Rights of the Palestinian People', votes: ['52/49', '53/39', '54/39', '55/52', '56/33', '57/107', '58/18'] },
  { what: 'Division for Palestinian Rights, part B', votes: ['43/175 B', '44/41 B', '45/67 B', '46/74 B'] },
  { what: 'Division for Palestinian Rights', votes: ['52/50', '53/40', '54/40'] },
  { what: 'sovereignty over natural resources in the occupied Arab territories', votes: [1441, 1547] },
  { what: 'sovereignty of the Palestinian people over natural resources', votes: ['56/204', '57/269', '58/229'] },
  { what: 'self-determination of the Palestinian people', votes: ['56/142', '57/198', '58/163'] },
  { what: 'international peace conference on the Middle East', votes: ['43/176', '44/42', '45/68'] },
  {
    what: 'decolonization by the specialized agencies',
    votes: [
      '42/75',
      '43/30',
      '44/85',
      '45/18',
      '46/65',
      '47/16',
      '48/47',
      '49/41',
      '50/34',
      '51/141',
      '52/73',
      '54/85',
      '55/139',
      '56/67',
      '57/133',
      '58/104',
    ],
  },
  {
    what: 'implementation of the Declaration on decolonization',
    votes: [
      '42/71',
      '43/45',
      '44/101',
      '45/34',
      '46/71',
      '47/23',
      '48/52',
      '49/89',
      '50/39',
      '51/146',
      '52/78',
      '54/91',
      '55/147',
      '56/74',
      '57/140',
    ],
  },
  {
    what: 'security of non-nuclear-weapon states: effective arrangements',
    votes: ['36/95', '37/81', '38/68', '39/58', '40/86', '41/52', '42/32', '43/69', '44/111', '45/54', '46/32'],
  },
  { what: 'security of non-nuclear-weapon states: a convention', votes: ['39/57', '40/85'] },
  { what: 'security of non-nuclear-weapon states: arrangements and guarantees', votes: ['41/51', '42/31', '43/68', '44/110'] },
  { what: 'cessation of all nuclear test explosions, part A', votes: ['40/80 A', '41/46 A', '42/26 A', '43/63 A', '44/105', '45/49'] },
  { what: 'amendment conference of the partial test ban, part B', votes: ['40/80 B', '41/46 B', '42/26 B', '43/63 B'] },
  { what: 'immediate cessation of nuclear-weapon tests', votes: ['39/60', '40/88', '41/54'] },
  { what: 'denuclearization of Africa, part A', votes: ['40/89 A', '41/55 A', '42/34 A'] },
  { what: 'scientific and technological developments and security', votes: ['43/77 A', '44/118 A', '45/60', '47/43', '48/66', '49/67'] },
  { what: 'role of science and technology in security', votes: ['48/67', '49/68', '50/63', '51/40'] },
  { what: 'science and technology in security: India', votes: ['50/62', '51/39', '52/33'] },
  { what: 'human rights in the United Nations system', votes: ['39/145', '40/124', '41/131', '42/119', '43/125', '44/63'] },
]
