/**
 * Names that meant different states at different times, as lines `name: state from/to, …`. The first state is used if no date is given, or if the date is in
 * none of the periods. The reasons are in docs/states.md.
 */
export const datedNames = `
Congo; Republic of the Congo; The Congo: COG, COD 1960-06-30/1960-08-14
Yemen; Yemeni; Yemenis: YEM, YAR /1990-05-21
Yemen (Arab Republic of Yemen): YEM, YAR /1990-05-21
Sanaa: YEM, YAR /1990-05-21
Korea: KOR, JOS /1948-08-14
Austria: AUT, AUH /1918-11-12
Vienna: AUT, AUH /1918-11-12
Austrian; Austrians: AUT, AUH /1918-11-12
Vietnam; Viet Nam; Viet-Nam: VNM, ANM /1893-01-01
Serbia; Republic of Serbia: SRB, YUG 1918-12-01/2006-06-04
Belgrade: SRB, YUG 1918-12-01/2006-06-04
Yugoslavia: YUG, SRB 1878-07-13/1918-11-30, SRB 2006-06-05/
Colombia; Republic of Colombia: COL, GCL /1830-09-22
Republic of China: TWN, CHN /1949-09-30
Rome: ITA, PAP /1870-09-20
`
