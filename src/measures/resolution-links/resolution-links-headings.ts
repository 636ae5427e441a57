/**
 * Subject headings of sessions 29 to 57 (and some of 63 to 67) that stand for ONE resolution adopted anew each session.
 *
 * Until session 57 the record has index headings ("DISARMAMENT, NUCLEAR") instead of resolution titles, and one heading
 * may cover several texts. Only headings in this table link. Each line: heading; first and last session to which it
 * applies; title or name of the series. A series with its later title joins the resolutions of session 58 and after.
 * The table was checked session by session against the roll calls' descriptions in the source file, which the record
 * does not contain.
 */
const lines = `
ARMS RACE, OUTER SPACE; 37-57; Prevention of an arms race in outer space
NON-NUCLEAR STATES; 46-57; Conclusion of effective international arrangements to assure non-nuclear-weapon States against the use or threat of use of nuclear weapons
NON-NUCLEAR-WEAPON STATES, SECURITY; 63-66; Conclusion of effective international arrangements to assure non-nuclear-weapon States against the use or threat of use of nuclear weapons
DENUCLEARIZATION, SOUTH ASIA; 31-52; Establishment of a nuclear-weapon-free zone in South Asia
DENUCLEARIZATION, AFRICA; 35-40; Implementation of the Declaration on the Denuclearization of Africa
DENUCLEARIZATION, LATIN AMERICA; 38-45; Additional Protocol I of the Treaty of Tlatelolco
DENUCLEARIZATION, SOUTHERN HEMISPHERE; 51-57; The nuclear-weapon-free southern hemisphere and adjacent areas
FISSIONABLE MATERIAL; 33-47; Prohibition of the production of fissionable material for weapons purposes
COMPREHENSIVE TEST BAN TREATY; 39-45; Urgent need for a comprehensive nuclear-test-ban treaty
COMPREHENSIVE TEST BAN TREATY; 46-47; Comprehensive nuclear-test-ban treaty, early nineties
COMPREHENSIVE TEST BAN TREATY; 54-57; Comprehensive Nuclear-Test-Ban Treaty
BAN, AIR, WATER AND OUTER SPACE NUCLEAR TESTING; 44-50; Amendment of the Treaty Banning Nuclear Weapon Tests in the Atmosphere, in Outer Space and under Water
PROHIBITION, NUCLEAR USE; 41-51; Convention on the Prohibition of the Use of Nuclear Weapons
PROHIBITION, NUCLEAR WEAPONS; 52-57; Convention on the Prohibition of the Use of Nuclear Weapons
NUCLEAR WEAPONS, LEGALITY; 51-57; Follow-up to the advisory opinion of the International Court of Justice on the legality of the threat or use of nuclear weapons
NUCLEAR DANGER; 53-57; Reducing nuclear danger
NUCLEAR WAR PREVENTION; 40-43; Prevention of nuclear war
NUCLEAR PROLIFERATION, MIDDLE EAST; 40-48; Israeli nuclear armament
NUCLEAR PROLIFERATION, MIDDLE EAST; 49-57; The risk of nuclear proliferation in the Middle East
FREEZE, NUCLEAR WEAPONS; 43-47; Nuclear-arms freeze
DISARMAMENT, NUCLEAR; 50-57; Nuclear disarmament
DISARMAMENT, NUCLEAR ELIMINATION; 49-54; Nuclear disarmament with a view to the ultimate elimination of nuclear weapons
DISARMAMENT, NUCLEAR ELIMINATION; 55-57; A path to the total elimination of nuclear weapons
DISARMAMENT, MISSILES; 54-57; Missiles
DISARMAMENT, CONVENTIONAL; 40-44; Conventional disarmament on a regional scale
DISARMAMENT, CONVENTIONAL; 48-57; Conventional arms control at the regional and subregional levels
DISARMAMENT, REGIONAL; 45-51; Regional disarmament
DISARMAMENT, ENVIRONMENTAL NORMS; 50-57; Observance of environmental norms in the drafting and implementation of agreements on disarmament and arms control
DISARMAMENT, COOPERATION; 40-43; International cooperation for disarmament
DISARMAMENT WEEK; 38-42; Disarmament Week
NAVAL DISARMAMENT; 41-44; Naval armaments and disarmament
SCIENCE, TECHNOLOGY, SECURITY; 52-57; Role of science and technology in the context of international security and disarmament
ARMAMENTS, TRANSPARENCY; 49-57; Transparency in armaments
ANTI-BALLISTIC MISSILE TREATY COMPLIANCE; 54-56; Preservation of and compliance with the Treaty on the Limitation of Anti-Ballistic Missile Systems
GENEVA PROTOCOL; 53-57; Measures to uphold the authority of the 1925 Geneva Protocol
LAND MINES CONVENTION; 54-57; Implementation of the Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-personnel Mines and on Their Destruction
BILATERAL ARMS NEGOTIATIONS; 30-31; Strategic arms limitation talks
PROHIBITION, RADIOACTIVE DUMPING; 43-45; Prohibition of the dumping of radioactive wastes
INDIAN OCEAN, ZONE OF PEACE; 45-56; Implementation of the Declaration of the Indian Ocean as a Zone of Peace
LAW OF THE SEA; 40-57; Convention on the Law of the Sea, states called upon to become parties
ISRAEL, GENEVA CONVENTION; 31-40; Applicability of the Geneva Convention relative to the Protection of Civilian Persons in Time of War, of 12 August 1949, to the Occupied Palestinian Territory, including East Jerusalem, and the other occupied Arab territories
ISRAEL, GENEVA CONVENTION; 42-57; Applicability of the Geneva Convention relative to the Protection of Civilian Persons in Time of War, of 12 August 1949, to the Occupied Palestinian Territory, including East Jerusalem, and the other occupied Arab territories
TERRITORIES OCCUPIED BY ISRAEL, HUMAN RIGHTS; 64-67; Applicability of the Geneva Convention relative to the Protection of Civilian Persons in Time of War, of 12 August 1949, to the Occupied Palestinian Territory, including East Jerusalem, and the other occupied Arab territories
ISRAEL, OCCUPIED TERRITORIES COMMITTEE; 52-57; Work of the Special Committee to Investigate Israeli Practices Affecting the Human Rights of the Palestinian People and Other Arabs of the Occupied Territories
HUMAN RIGHTS, OCCUPIED TERRITORIES; 52-57; Israeli practices affecting the human rights of the Palestinian people in the Occupied Palestinian Territory, including East Jerusalem
ISRAEL, SETTLEMENTS; 47-50; Economic and social repercussions of the Israeli settlements on the Palestinian people
ISRAEL, SETTLEMENTS; 52-57; Israeli settlements in the Occupied Palestinian Territory, including East Jerusalem, and the occupied Syrian Golan
ISRAEL, GOLAN HEIGHTS; 42-46; Israeli occupation of the Golan Heights, special committee
ISRAEL, RESOLUTION COMPLIANCE; 43-47; Deported Palestinians
ISRAEL, ACTIONS AGAINST; 42-46; The situation in the Middle East, severing ties with Israel
ISRAEL, CANAL PROJECT; 36-40; Mediterranean-Dead Sea canal
JERUSALEM; 40-57; Jerusalem
JERUSALEM, UNIVERSITY; 39-57; University of Jerusalem "Al-Quds" for Palestine refugees
PALESTINE, INFORMATION; 40-57; Special information programme on the question of Palestine of the Department of Public Information of the Secretariat
PALESTINE, RIGHTS COMMITTEE; 48-52; Committee on the Exercise of the Inalienable Rights of the Palestinian People
PALESTINE, RIGHTS, SECRETARIAT; 48-57; Division for Palestinian Rights of the Secretariat
PALESTINE, PEACEFUL SETTLEMENT; 48-57; Peaceful settlement of the question of Palestine
PALESTINE, SELF-DETERMINATION; 50-56; The right of the Palestinian people to self-determination
PALESTINE, SOVEREIGNTY; 51-56; Permanent sovereignty of the Palestinian people in the Occupied Palestinian Territory, including East Jerusalem, and of the Arab population in the occupied Syrian Golan over their natural resources
PALESTINE, REFUGEES, PROPERTIES; 40-57; Palestine refugees' properties and their revenues
PALESTINE, SCHOLARSHIPS AND GRANTS; 35-39; Offers by Member States of grants and scholarships for higher education for Palestine refugees
PALESTINE, GRANTS AND SCHOLARSHIPS; 40-40; Offers by Member States of grants and scholarships for higher education for Palestine refugees
PALESTINE, SCHOLARSHIPS, GRANTS; 41-57; Offers by Member States of grants and scholarships for higher education for Palestine refugees
PALESTINE, DISPLACED PERSONS; 48-57; Persons displaced as a result of the June 1967 and subsequent hostilities
PALESTINE, REFUGEES, RELIEF; 40-47; Resumption of the ration distribution to Palestine refugees
PALESTINE, REFUGEES, PROTECTION; 40-48; Protection of Palestine refugees
PALESTINE, REFUGEES, RESETTLEMENT; 43-48; Palestine refugees in the occupied territory
PALESTINE, ASSISTANCE; 48-57; Assistance to Palestine refugees
PALESTINE, INTIFADAH; 44-46; The uprising of the Palestinian people
PALESTINE, DETENTIONS; 43-47; Palestinians detained by Israel
UNRWA; 49-57; Operations of the United Nations Relief and Works Agency for Palestine Refugees in the Near East
GAZA STRIP REFUGEES; 38-42; Palestine refugees in the Gaza Strip
WEST BANK REFUGEES; 40-42; Palestine refugees in the West Bank
MIDDLE EAST PEACE PROCESS; 42-46; The situation in the Middle East, core of the conflict
MIDDLE EAST PEACE PROCESS; 49-51; Middle East peace process
CUBA, U.S. EMBARGO; 47-57; Necessity of ending the economic, commercial and financial embargo imposed by the United States of America against Cuba
NON-SELF-GOVERNING TERRITORIES; 52-52; Information from Non-Self-Governing Territories transmitted under Article 73 e of the Charter of the United Nations
NON SELF GOVERNING TERRITORIES, INFORMATION; 33-57; Information from Non-Self-Governing Territories transmitted under Article 73 e of the Charter of the United Nations
DECOLONIZATION, INFORMATION; 34-57; Dissemination of information on decolonization
DECOLOIZATION, INFORMATION; 45-51; Dissemination of information on decolonization
INFORMATION, DECOLONIZATION; 41-44; Dissemination of information on decolonization
SELF-DETERMINATION, ECONOMIC IMPEDIMENTS; 40-52; Activities of foreign economic and other interests which impede decolonization
SELF-DETERMINATION, ECONOMIC IMPEDIMENTS; 53-57; Economic and other activities which affect the interests of the peoples of the Non-Self-Governing Territories
BELIZE, SELF-DETERMINATION; 30-33; Question of Belize
COMOROS, MAYOTTE; 34-49; Question of the Comorian island of Mayotte
FALKLAND ISLANDS; 40-43; Question of the Falkland Islands (Malvinas)
WESTERN SAHARA; 40-43; Question of Western Sahara
NON-SELF GOV. TERRITORIES, MILITARY INSTALLATIONS; 21-25; Question of smaller territories and military bases in them
AFGHANISTAN, SELF-DETERMINATION; 35-36; The situation in Afghanistan, withdrawal of foreign troops
AFGHANISTAN, SOVEREIGNTY; 37-37; The situation in Afghanistan, withdrawal of foreign troops
AFGHANISTAN; 38-42; The situation in Afghanistan, withdrawal of foreign troops
KAMPUCHEA; 37-43; The situation in Kampuchea, withdrawal of foreign forces
NICARAGUA, ICJ RULING; 41-44; Judgment of the International Court of Justice on activities against Nicaragua
NICARAGUA, EMBARGO; 40-44; Trade embargo against Nicaragua
KUWAIT, ENVIRONMENT; 46-47; Environmental consequences of the situation between Iraq and Kuwait
APARTHEID, CONVENTION; 34-48; Status of the Convention on the Suppression and Punishment of the Crime of Apartheid
APARTHEID, SUPPRESSION; 37-43; Status of the Convention on the Suppression and Punishment of the Crime of Apartheid
MERCENARIES; 42-57; Use of mercenaries as a means of violating human rights and impeding the exercise of the right of peoples to self-determination
INTERNATIONAL ECONOMIC ORDER; 40-46; Principles and norms of international law relating to the new international economic order
HUMAN RIGHTS; 41-44; Indivisibility and interdependence of economic, social, cultural, civil and political rights
HUMAN RIGHTS, U.N. SYSTEM; 44-49; Alternative approaches and ways and means within the United Nations system for improving the enjoyment of human rights
HUMAN RIGHTS, CHARTER PRINCIPLES; 55-57; Respect for the purposes and principles contained in the Charter of the United Nations to achieve international cooperation in promoting and encouraging respect for human rights and for fundamental freedoms and in solving international problems of a humanitarian character
HUMAN RIGHTS, GLOBALIZATION; 54-57; Globalization and its impact on the full enjoyment of all human rights
HUMAN RIGHTS, COERCIVE MEASURES; 51-57; Human rights and unilateral coercive measures
FREEDOM OF TRAVEL; 49-57; Respect for the right to universal freedom of travel and the vital importance of family reunification
ELECTORAL SOVEREIGNTY; 44-56; Respect for national sovereignty and non-interference in electoral processes
DEMOCRATIC ORDER; 55-57; Promotion of a democratic and equitable international order
RIGHT TO FOOD; 56-57; The right to food
MIGRANT WORKERS RIGHTS; 41-43; Convention on the rights of migrant workers
CRIMES AGAINST PEACE, SECURITY; 42-44; Draft Code of Crimes against the Peace and Security of Mankind
`

/** A heading that stands for one resolution, the sessions to which this applies, and the resolution. */
export interface KnownHeading {
  readonly heading: string
  readonly from: number
  readonly to: number
  readonly series: string
}

export const knownHeadings: readonly KnownHeading[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [heading, sessions, series] = line.split('; ') as [string, string, string]
    const [from, to] = sessions.split('-').map(Number) as [number, number]
    return { heading, from, to, series }
  })
