"""When and where each loss of a text happened: by its own words, or by the scene that the text has reached."""

from __future__ import annotations

import pytest
from extracting import rows

SETTINGS = [
    (
        "A suicide bomber killed 14 worshippers at a mosque in Maiduguri on Monday, the emergency agency "
        "said.\n\nThe attack wounded 31 others, a doctor at the state hospital said.\n\nLast month 22 people "
        "were killed in a raid on the village of Kukawa.\n\nNo group has claimed the bombing. Police said "
        "two of the dead were children.",
        [
            ("2024-05-13", "Maiduguri, Nigeria"),
            ("2024-05-13", "Maiduguri, Nigeria"),
            ("2024-04-01/2024-04-30", "Kukawa, Nigeria"),
            ("2024-05-13", "Maiduguri, Nigeria"),
        ],
    ),
    (
        "BEIRUT, May 14 (Wire) - Israeli jets struck the village of Bazourieh, east of Tyre, overnight, "
        "killing five people, the health ministry said.\n\nA day earlier, a rocket fired from Lebanon "
        "killed a farmer near Metula.\n\nSince October, 430 people have been killed in Lebanon.",
        [
            ("2024-05-14/2024-05-15", "Bazourieh, Tyre, Lebanon"),
            ("2024-05-13", "near Metula"),
            ("2023-10-01/2024-05-15", "Lebanon"),
        ],
    ),
    (
        "Gunmen killed 9 miners at a gold mine in Zamfara State, Nigeria, on the night of 11 May. The "
        "following morning two policemen died when their patrol hit a mine outside Anka. In a separate "
        "incident, three herders were shot dead in Plateau State.",
        [
            ("2024-05-11", "Zamfara State, Nigeria"),
            ("2024-05-12", "outside Anka, Nigeria"),
            (None, "Plateau State, Nigeria"),
        ],
    ),
    (
        "Between 3 and 5 May, 41 civilians died in shelling of the town of Orikhiv in Ukraine's "
        "Zaporizhzhia region, according to prosecutors. So far this year 312 people have been killed in "
        "the region.",
        [("2024-05-03/2024-05-05", "Orikhiv, Zaporizhzhia region, Ukraine"), ("2024-01-01/2024-05-15", "Ukraine")],
    ),
    (
        "In the first half of 2023, insurgents killed 210 soldiers in Burkina Faso's Sahel region, the "
        "monitor said in a report published on Tuesday.",
        [("2023-01-01/2023-06-30", "Sahel region, Burkina Faso")],
    ),
    (
        "The rebels ambushed a convoy on the road between Goma and Rutshuru on Sunday, killing six "
        "soldiers. By Tuesday the toll had risen to eight, the army said. Congo's president visited "
        "Bukavu on Wednesday.",
        [
            ("2024-05-12", "between Goma and Rutshuru, Democratic Republic of the Congo"),
            ("2024-05-12", "between Goma and Rutshuru, Democratic Republic of the Congo"),
        ],
    ),
    (
        "Clashes in the Pakistani city of Quetta entered a fourth day on Tuesday, with 33 people killed "
        "so far, hospital officials said.",
        [("2024-05-11/2024-05-14", "Quetta, Pakistan")],
    ),
    (
        "An air strike hit a camp near Damboa on Sunday. Most of the dead were refugees from Gwoza, an aid worker said."
        " It killed 14 traders from Biu.",
        [("2024-05-12", "near Damboa")],
    ),
    (
        "Four fishermen were killed off the coast of Cabo Delgado on Saturday. The wounded were flown to "
        "a hospital in Pemba, where two died.",
        [("2024-05-11", "off Cabo Delgado, Mozambique"), ("2024-05-11", "off Cabo Delgado, Mozambique")],
    ),
    (
        "A landmine killed three children in the Taiz governorate of Yemen on 02/05/2024, rights monitors"
        " said. On 14.05.2024 two more children were hurt in the same area.",
        [(None, "Taiz governorate, Yemen"), ("2024-05-14", "Taiz governorate, Yemen")],
    ),
    (
        "At least 60 people were massacred in the villages of Banikane and Ouro Modi in central Mali on 9"
        " May, a local official said. The funeral was held in Mopti on Friday. A survivor in Bamako said "
        "his two brothers were killed.",
        [("2024-05-09", "Banikane, Mali"), ("2024-05-09", "Banikane, Mali")],
    ),
    (
        "On Tuesday night, the army shelled Al-Daein's Al-Matar neighbourhood, killing 7. On the same "
        "day, five people were wounded in Kabkabiya.",
        [("2024-05-14", "Al-Matar neighbourhood, Al-Daein"), ("2024-05-14", "Kabkabiya")],
    ),
    (
        "SRINAGAR: Two soldiers and a porter were killed as terrorists attacked an Army vehicle near "
        "Gulmarg in Baramulla district of Jammu and Kashmir on Thursday evening, officials said. In the "
        "month of April, 11 militants were killed across the Union Territory.",
        [
            ("2024-05-09", "near Gulmarg, Baramulla district, Jammu and Kashmir"),
            ("2024-05-09", "near Gulmarg, Baramulla district, Jammu and Kashmir"),
            ("2024-04-01/2024-04-30", "near Gulmarg, Baramulla district, Jammu and Kashmir"),
        ],
    ),
    (
        "Sana'a, 12 May 2024 (Saba) – The spokesman of the armed forces announced that the naval forces "
        "had targeted a ship in the Arabian Sea, injuring three sailors.",
        [(None, "Arabian Sea")],
    ),
    (
        "More than 90 people have died since Friday in fighting around Bani Walid, the Libyan Red "
        "Crescent said on Tuesday.",
        [("2024-05-10/2024-05-14", "around Bani Walid, Libya")],
    ),
    (
        "The group said its fighters had killed 12 soldiers at a checkpoint in Tillaberi, near Niger's "
        "border with Mali, a week ago.",
        [("2024-05-08", "Tillaberi, Niger")],
    ),
    (
        "The insurgency, which began in 2009, has killed 35,000 people in Nigeria's north-east.",
        [("2009-01-01/2024-05-15", "Nigeria")],
    ),
    (
        "Russian forces attacked Kherson with drones on the morning of May 14, wounding a 70-year-old "
        "woman. During the day, shelling of Beryslav killed one man, the regional head, Oleksandr "
        "Prokudin, wrote.",
        [("2024-05-14", "Kherson"), ("2024-05-14", "Beryslav")],
    ),
    (
        "The Maoists killed seven policemen in Dantewada district of Chhattisgarh on Saturday. Earlier "
        "this week, two villagers were hacked to death in Bijapur.",
        [("2024-05-11", "Dantewada district, Chhattisgarh, India"), ("2024-05-13/2024-05-15", "Bijapur, India")],
    ),
    (
        "Al-Shabaab fighters raided Elasha Biyaha, 18 km south of Mogadishu, at dawn on Thursday, killing"
        " 8 soldiers. The African Union mission said 20 militants died. In 2022, twin car bombs in the "
        "capital killed 121 people.",
        [
            ("2024-05-09", "Elasha Biyaha, Somalia"),
            ("2024-05-09", "Elasha Biyaha, Somalia"),
            ("2022-01-01/2022-12-31", "Mogadishu, Somalia"),
        ],
    ),
    (
        "Haiti's capital saw fresh violence on Monday, when gangs attacked the Solino neighbourhood. "
        "Residents counted 11 bodies. Since the start of the year, more than 1,500 people have been "
        "killed across the country.",
        [("2024-05-13", "Solino neighbourhood, Haiti"), ("2024-01-01/2024-05-15", "Haiti")],
    ),
    (
        "Three Palestinians were killed by Israeli troops in Jenin refugee camp in the occupied West Bank"
        " on Wednesday, the Palestinian health ministry said. On Tuesday evening a 16-year-old was shot "
        "dead near Hebron. The army said its forces had come under fire.",
        [("2024-05-15", "Jenin refugee camp, West Bank"), ("2024-05-14", "near Hebron")],
    ),
    (
        "It was the deadliest attack in Moscow since 2002, when 130 hostages died. Gunmen opened fire at "
        "Crocus City Hall in Krasnogorsk on 22 March, killing 145 people.",
        [("2002-01-01/2002-12-31", "Moscow, Russia"), ("2024-03-22", "Krasnogorsk, Russia")],
    ),
    (
        "Ten people were killed in Tigray last week. The week before, a drone strike had hit Alamata, killing four.",
        [("2024-05-06/2024-05-12", "Tigray, Ethiopia"), (None, "Alamata, Ethiopia")],
    ),
    (
        "Violence in Ecuador: six prisoners were found hanged in Guayaquil's Litoral prison on Sunday, "
        "the prisons agency said. On the same day, a mayor was shot dead in Manta.",
        [("2024-05-12", "Litoral prison, Guayaquil, Ecuador"), ("2024-05-12", "Manta, Ecuador")],
    ),
    (
        "Hundreds gathered in Lahore for the funerals of the victims. The bombing on Friday in Parachinar killed 25.",
        [("2024-05-10", "Parachinar, Pakistan")],
    ),
    (
        "Between January and April, 1,240 people were abducted in Nigeria's north-west, the security consultancy said.",
        [("2024-01-01/2024-04-30", "Nigeria")],
    ),
    (
        "Myanmar's army bombed Pauk township on Sunday. The air strike killed 8 villagers and wounded 20."
        " Villagers in neighbouring Myaing said they had heard jets.",
        [("2024-05-12", "Pauk township, Myanmar"), ("2024-05-12", "Pauk township, Myanmar")],
    ),
    (
        "The 7 October attack killed 1,200 people. On Tuesday, 19 died in Rafah.",
        [("2023-10-07", None), ("2024-05-14", "Rafah")],
    ),
    (
        "Days after the election, on 3 May, police shot dead four protesters in Maputo. The opposition "
        "says 24 of its supporters have been killed since then.",
        [("2024-05-03", "Maputo, Mozambique"), ("2024-05-03/2024-05-15", "Mozambique")],
    ),
    (
        "SANAA, May 13 - Houthi forces shelled a mosque on the outskirts of Marib, wounding three "
        "worshippers, a local official told Reuters on Monday.",
        [("2024-05-13", "Marib, Yemen")],
    ),
    (
        "A convoy of the Malian army and Wagner fell into an ambush near Tinzaouaten, on the Algerian "
        "border, between 25 and 27 April. The CSP rebels said 84 Russian mercenaries and 47 Malian "
        "soldiers were killed there. Bamako admitted the death of two soldiers.",
        [
            ("2024-04-25/2024-04-27", "near Tinzaouaten, Mali"),
            ("2024-04-25/2024-04-27", "near Tinzaouaten, Mali"),
            ("2024-04-25/2024-04-27", "near Tinzaouaten, Mali"),
        ],
    ),
    (
        "In the early hours of 10 May, unknown gunmen invaded Agatu, in Benue State, Nigeria, killing 15 "
        "farmers. The council chairman, Yakubu Ochepo, confirmed the incident to newsmen in Makurdi "
        "yesterday. He said seven persons were still missing.",
        [
            ("2024-05-10", "Agatu, Benue State, Nigeria"),
            ("2024-05-10", "Agatu, Benue State, Nigeria"),
            ("2024-05-10", "Agatu, Benue State, Nigeria"),
        ],
    ),
    (
        "Police in Port-au-Prince said on Monday that three officers had been killed in an ambush in "
        "Carrefour the previous day.",
        [("2024-05-12", "Carrefour, Haiti")],
    ),
    (
        "Kinshasa, May 15 (Agency) - Fourteen villagers were hacked to death in Mambasa territory in the "
        "Democratic Republic of the Congo on the night from Sunday to Monday, local civil society said.",
        [("2024-05-12/2024-05-13", "Mambasa territory, Democratic Republic of the Congo")],
    ),
    (
        "On May 10th, 2024, the 5th Brigade carried out an operation in the area of Sirte; three of its "
        "men fell. On 11th May a roadside bomb killed two more there.",
        [("2024-05-10", "Sirte, Libya"), ("2024-05-11", "Sirte, Libya")],
    ),
    (
        "Reports from Darfur say 60 people died on Friday and Saturday in clashes around Zalingei.",
        [("2024-05-10/2024-05-11", "around Zalingei")],
    ),
    (
        "The blast at Kabul airport in August 2021 killed 13 U.S. troops and about 170 Afghans.",
        [
            ("2021-08-01/2021-08-31", "Kabul airport, Afghanistan"),
            ("2021-08-01/2021-08-31", "Kabul airport, Afghanistan"),
        ],
    ),
    (
        "In Lysychansk, rescuers pulled 28 bodies from the rubble of a bakery that Moscow said Ukraine "
        "had shelled on 3 February.",
        [("2024-02-03", "Lysychansk")],
    ),
    (
        "TEGUCIGALPA. Un total de 41 women died in a prison riot north-west of the city in June last year.",
        [("2023-06-01/2023-06-30", None)],
    ),
    (
        "Nine soldiers have been killed in Chad's Lac province since the beginning of the month, the governor said.",
        [("2024-05-01/2024-05-15", "Lac province, Chad")],
    ),
    (
        "A car bomb went off outside a police station in Mersin, Turkey, at 2 p.m. on May 8, killing an "
        "officer. Earlier that day, three suspects had been detained in Adana.",
        [("2024-05-08", "Mersin, Turkey"), ("2024-05-08", "Adana, Turkey")],
    ),
    (
        "Militiamen executed 22 detainees in Bria on 25 April, Human Rights Watch said on 14 May. In the "
        "same week, nine traders were killed on the Bria-Ippy road.",
        [("2024-04-25", "Bria, Central African Republic"), (None, "Bria-Ippy road, Central African Republic")],
    ),
    (
        "At least 50 people were killed in Sudan's Gezira state over the weekend, activists said, as the "
        "RSF raided Wad al-Nora.",
        [("2024-05-11/2024-05-12", "Wad al-Nora, Sudan")],
    ),
    (
        "The minister told parliament in Niamey on Tuesday that 29 soldiers died in the ambush of 10 May near Tabatol.",
        [("2024-05-10", "near Tabatol, Niger")],
    ),
    (
        "Three months after the coup, 15 protesters were shot dead in N'Djamena. ",
        [(None, "N'Djamena, Chad")],
    ),
    (
        "An explosion at a fireworks depot? No: the army says a drone hit the Jabaliya market, wounding 12.",
        [(None, "Jabaliya market")],
    ),
    (
        "Last Tuesday a shell landed in Kupiansk's central square. It killed a postman and injured two women.",
        [("2024-05-14", "Kupiansk"), ("2024-05-14", "Kupiansk")],
    ),
    (
        "Timeline of attacks in the Sahel this year\n\n- 14 January: Militants kill 22 villagers in "
        "Tchamo.\n- 3 March: A roadside bomb near Djibo kills seven soldiers.\n- 28 April: At least 40 "
        "people die when gunmen storm a market in Tera, Niger.",
        [("2024-01-14", "Tchamo, Niger"), ("2024-03-03", "near Djibo, Burkina Faso"), ("2024-04-28", "Tera, Niger")],
    ),
    (
        "KYIV, Ukraine (AP) — A Russian missile attack on the southern city of Odesa killed five people "
        "Monday, Ukrainian officials said.\n\nThirty-two others were wounded in the strike, which hit a law"
        " academy, regional Gov. Oleh Kiper said.\n\nIn Kharkiv, a glide bomb killed a woman Tuesday "
        "morning. Kharkiv, Ukraine's second-largest city, lies 30 kilometers from the border.\n\nRussia's "
        "Defense Ministry said its air defenses downed six missiles over Crimea overnight.",
        [("2024-05-13", "Odesa, Ukraine"), ("2024-05-13", "Odesa, Ukraine"), ("2024-05-14", "Kharkiv, Ukraine")],
    ),
    (
        "Report of the Secretary-General on the situation in South Sudan\n\nFrom 16 January to 30 April, "
        "the Mission documented 241 incidents affecting 914 civilians, including 468 killed and 328 "
        "injured. In Warrap State, 99 civilians were killed in February. On 27 March, armed youth "
        "attacked Pibor town, killing 17 people. In Abyei, 52 people died in fighting on 27 and 28 "
        "January.",
        [
            ("2024-01-16/2024-04-30", "South Sudan"),
            ("2024-01-16/2024-04-30", "South Sudan"),
            ("2024-02-01/2024-02-29", "Warrap State, South Sudan"),
            ("2024-03-27", "Pibor town, South Sudan"),
            ("2024-01-27/2024-01-28", "Abyei, South Sudan"),
        ],
    ),
    (
        "A court in Paris sentenced a former rebel commander on Friday for the murder of 21 civilians in "
        "the Liberian town of Foya in 1993.",
        [("1993-01-01/1993-12-31", "Foya, Liberia")],
    ),
    (
        "Armed men on Friday killed the mayor of Tamale and his driver.",
        [("2024-05-10", "Tamale, Ghana")],
    ),
    (
        "The military said it killed 16 insurgents in Cabo Delgado's Muidumbe district between Thursday and Saturday.",
        [("2024-05-09/2024-05-11", "Muidumbe district, Cabo Delgado")],
    ),
    (
        "Two weeks ago, 13 farm workers were abducted from Kankara. They were freed on Sunday. In Jibia, "
        "by contrast, five villagers died on 29 April.",
        [("2024-05-01", "Kankara"), ("2024-04-29", "Jibia")],
    ),
    (
        "Sri Lanka's Easter Sunday bombings of 21 April 2019 killed 269 people in Colombo, Negombo and Batticaloa.",
        [("2019-04-21", "Colombo, Negombo, Sri Lanka")],
    ),
    (
        "KHARTOUM, April 30 (Xinhua) -- At least 24 civilians were killed on Monday in an artillery "
        "attack on El Obeid, capital city of North Kordofan State in central Sudan, a volunteer group "
        "said.",
        [("2024-05-13", "El Obeid, North Kordofan State, Sudan")],
    ),
    (
        "Unidentified gunmen shot dead polio worker in Bajaur: police\n\nPESHAWAR: Unidentified gunmen on "
        "motorcycle shot dead a polio worker in Mamond tehsil of Bajaur district on Tuesday. The body was"
        " shifted to District Headquarters Hospital Khar.",
        [("2024-05-14", "Mamond tehsil, Bajaur district")],
    ),
    (
        "Earlier this month, 14 people were killed in Tillaberi. Late last month, six soldiers died in Diffa.",
        [("2024-05-01/2024-05-15", "Tillaberi, Niger"), ("2024-04-01/2024-04-30", "Diffa, Niger")],
    ),
    (
        "The civil war killed 150,000 people in Algeria in the 1990s.",
        [("1990-01-01/1999-12-31", "Algeria")],
    ),
    (
        "The 1994 genocide in Rwanda killed 800,000 people.",
        [("1994-01-01/1994-12-31", "Rwanda")],
    ),
    (
        "Residents said 12 people were killed in Kaga Bandoro on New Year's Day.",
        [("2024-01-01", "Kaga Bandoro, Central African Republic")],
    ),
    (
        "From Oct. 7 to May 12, 500 people were killed in the West Bank.",
        [("2023-10-07/2024-05-12", "West Bank")],
    ),
    (
        "A drone killed two farmers in Sumy early Wednesday. Late Tuesday, shelling had wounded five "
        "people in Nikopol.",
        [("2024-05-15", "Sumy, Ukraine"), ("2024-05-14", "Nikopol, Ukraine")],
    ),
    (
        "In Sittwe, at around 0430 GMT on Tuesday, a shell killed nine people at a wharf. Ten days "
        "earlier, 25 had died in Ponnagyun.",
        [("2024-05-14", "Sittwe, Myanmar"), ("2024-05-04", "Ponnagyun, Myanmar")],
    ),
    (
        "Some 40 soldiers have died in the past decade in the Chocó, the army says.",
        [("2014-05-15/2024-05-15", "Chocó, Colombia")],
    ),
    (
        "A year ago today, 53 worshippers were killed in Owo.",
        [("2023-05-15", "Owo, Nigeria")],
    ),
    (
        "The attack came a month after rebels killed 61 people in Plaine Savo.",
        [(None, "Plaine Savo")],
    ),
    (
        "Fighting resumed on Thursday and continued into Friday, leaving 22 dead in Tal Rifaat.",
        [("2024-05-09/2024-05-10", "Tal Rifaat")],
    ),
    (
        "In 2021 and 2022, 3,100 people were killed in the Central African Republic.",
        [("2021-01-01/2022-12-31", "Central African Republic")],
    ),
    (
        "The army said in a statement on Facebook on Monday that its troops had killed 11 bandits in "
        "Katsina on Saturday and recovered weapons.",
        [("2024-05-11", "Katsina, Nigeria")],
    ),
    (
        "UN experts said that between 15 April 2023 and 14 April 2024 at least 15,550 people were killed "
        "in Sudan. In El Geneina alone, 10,000 to 15,000 people were killed in 2023.",
        [("2023-04-15/2024-04-14", "Sudan"), ("2023-01-01/2023-12-31", "El Geneina, Sudan")],
    ),
    (
        "The suspects are accused of killing four tourists near Imlil in December 2018.",
        [("2018-12-01/2018-12-31", "near Imlil")],
    ),
    (
        "On the third day of the offensive, on 12 May, the rebels entered Sake and 30 soldiers were killed.",
        [("2024-05-12", "Sake")],
    ),
    (
        "ADDIS ABABA, May 15 (Reuters) - At least 45 civilians were killed by federal troops in the "
        "Ethiopian town of Merawi, the state-appointed rights commission said on Tuesday, in one of the "
        "deadliest episodes since the conflict in Amhara erupted last August.\n\nThe killings were "
        "committed on Jan. 29, it said.",
        [("2024-01-29", "Merawi, Ethiopia")],
    ),
    (
        "The group's statement, released on its Telegram channel on Monday, said:\n\n\"Today the lions of "
        'the caliphate attacked a barracks in Monguno and killed 11 soldiers."',
        [("2024-05-13", "Monguno")],
    ),
    (
        "The mayor of Beit Lahiya said 21 people were killed when a house was bombed on Sunday.",
        [("2024-05-12", "Beit Lahiya")],
    ),
    (
        "Two villages, Ndiya and Katsu, were burned on Friday in Demsa district; 17 bodies were found.",
        [("2024-05-10", "Demsa district")],
    ),
    (
        "A helicopter crashed near Sloviansk on Monday, killing its crew of three. Ukraine's General "
        "Staff in Kyiv gave no details.",
        [("2024-05-13", "near Sloviansk")],
    ),
    (
        "Houthi drones hit a tanker in the Bab el-Mandeb strait on Sunday, wounding two crew.",
        [("2024-05-12", "Bab el-Mandeb strait")],
    ),
    (
        "Three Chinese nationals and a Congolese guard were killed at a mining site in Matongo, a village"
        " in Ituri province, at the weekend.",
        [
            ("2024-05-11/2024-05-12", "Matongo, Democratic Republic of the Congo"),
            ("2024-05-11/2024-05-12", "Matongo, Democratic Republic of the Congo"),
        ],
    ),
    (
        "MANILA: Government troops killed 12 members of the Dawlah Islamiya in a firefight in Barangay "
        "Kaya-Kaya, Datu Abdullah Sangki town, Maguindanao del Sur, on Monday, a regional army commander "
        "said.",
        [("2024-05-13", "Barangay Kaya-Kaya, Datu Abdullah Sangki town, Maguindanao del Sur, Philippines")],
    ),
    (
        "Police said a priest was shot dead outside his home in the town of Apatzingan in the western "
        "Mexican state of Michoacan on Tuesday evening.",
        [("2024-05-14", "Apatzingan, Michoacan, Mexico")],
    ),
    (
        "Syria: at least seven people were killed in an Israeli strike near the Syrian capital Damascus "
        "on Monday, state media said.",
        [("2024-05-13", "near Damascus, Syria")],
    ),
    (
        "Fighters loyal to General Haftar shelled Tripoli's Mitiga airport on Sunday; a shell killed two policemen.",
        [("2024-05-12", "Mitiga airport, Tripoli")],
    ),
    (
        "The attack on Kyrgyz border guards happened in the Batken region, near the frontier with "
        "Tajikistan, on 3 May. Two guards died.",
        [("2024-05-03", "Batken region, Kyrgyzstan")],
    ),
    (
        "An IED planted by the Maoists went off on the Sukma-Konta road in Bastar, killing a constable of"
        " the CRPF on Friday, said IG P. Sundarraj.",
        [("2024-05-10", "Sukma-Konta road, Bastar, India")],
    ),
    (
        "Hamas-run authorities in Gaza said 14 members of the Abu Taima family were killed in Khan Younis overnight.",
        [("2024-05-14/2024-05-15", "Khan Younis")],
    ),
    (
        "Jordan's army said it killed five drug smugglers on the border with Syria on Saturday.",
        [("2024-05-11", "border with Syria, Jordan")],
    ),
    (
        "More than 100 people have been killed in Kinshasa's Makala prison, where inmates tried to escape on Monday.",
        [("2024-05-13", "Makala prison, Kinshasa, Democratic Republic of the Congo")],
    ),
    (
        "A strike in Rafah killed 11 people on Tuesday. Israel's offensive has killed more than 34,000 "
        "Palestinians, according to the health ministry.",
        [("2024-05-14", "Rafah"), (None, "Rafah")],
    ),
    (
        "Shelling killed four people in Nikopol on Monday.\n\nThe war, which began in February 2022, has "
        "displaced 10 million people.\n\nThe fighting has killed 11,000 civilians, the UN says.",
        [
            ("2024-05-13", "Nikopol, Ukraine"),
            ("2022-02-01/2024-05-15", "Ukraine"),
            ("2022-02-01/2024-05-15", "Ukraine"),
        ],
    ),
    (
        "Two policemen were shot dead in Kishtwar on Friday. More than 40,000 people have been killed in "
        "the insurgency.",
        [("2024-05-10", "Kishtwar"), (None, "Kishtwar")],
    ),
    (
        "The attack on Friday has killed 12 people in Bangui so far.",
        [("2024-05-10", "Bangui, Central African Republic")],
    ),
]


@pytest.mark.parametrize(("text", "settings"), SETTINGS)
def test_the_day_and_the_place_of_each_loss(text: str, settings: list[tuple[str | None, str | None]]) -> None:
    assert [(row.get("date"), row.get("place")) for row in rows(text)] == settings


def test_what_is_taken_over_says_what_else_it_might_be() -> None:
    text = "A bomb killed 12 people in Kabul on Monday. On Tuesday a shell hit Herat, killing four. Nine were hurt."
    last = rows(text)[-1]["provenance"]
    assert (last["date"]["source"], last["date"]["alternatives"]) == ("inherited", ["2024-05-13"])
    assert last["place"]["alternatives"][-1] == "Kabul, Afghanistan"
