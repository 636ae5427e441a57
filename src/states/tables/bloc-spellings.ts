/** Names of blocs in statistical tables and in other languages, besides those in blocs.ts, as lines `bloc: spelling; …`. */
export const blocSpellings = `
EU: European Union (EU); EU institutions; EU Institutions (MFA and EIB); EU members; EU members and institutions; EU member states; EU (Commission and Council); European Commission; European Council; EU27_2020; Average EU; Union européenne; UE; Europäische Union; Unión Europea; ЕС; Евросоюз; Европейский союз; Европейский союз (ЕС); Страны ЕС; Европа Бирлиги; Европа Бирлиги (ЕБ); Yevropa Ittifoqi; 欧盟; 欧洲联盟; الاتحاد الأوروبي
EUROZONE: Zone euro; Еврозона; EA19; EA20
CIS: СНГ; Содружество Независимых Государств; Страны СНГ; CIS countries; со странами СНГ; КМШ; КМШ өлкөлөрү; CEI; GUS; MDH
EAEU: ЕАЭС; Евразийский экономический союз; Страны ЕАЭС; EAEU countries; ЕАЭБ; ЕЭАС; UEE
SCO: ШОС; Шанхайская организация сотрудничества; 上海合作组织; 上合组织
CSTO: ОДКБ
BRICS: БРИКС; 金砖国家
NATO: НАТО; 北约
UN: ООН; Организация Объединенных Наций; БУУ; 联合国
ARAB-LEAGUE: Leage of Arab States
OECD: OECD members; OECD countries
ASEAN: ASEAN countries; АСЕАН
OPEC: OPEC countries; ОПЕК
`
