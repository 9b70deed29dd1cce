"""Which people a phrase counts, how many, and which numbers count nobody."""

from __future__ import annotations

import pytest
from extracting import counted, rows

PHRASES = [
    ("The strike killed a 50-year-old man.", [(1, 1)]),
    ("A bomb killed a mother and her seven-year-old son.", [(2, 2)]),
    ("Its driver and a paramedic were killed.", [(2, 2)]),
    ("A soldier and a nurse were killed.", [(1, 1), (1, 1)]),
    ("The army said 21 more of its servicemen had died.", [(21, 21)]),
    ("The gunmen killed two of their own.", [(2, 2)]),
    ("12 displaced people, including five children, were killed.", [(12, 12), (5, 5)]),
    ("At least 184 persons, of whom 127 were elderly men and women, were killed.", [(184, None), (127, 127)]),
    ("A farmer lost both his sons.", [(2, 2)]),
    ("The monitor counted 90 dead: 41 soldiers, 29 gunmen and 20 civilians.", [(90, 90), (41, 41), (29, 29), (20, 20)]),
    ("The blast killed nine people, four women and five men.", [(9, 9), (4, 4), (5, 5)]),
    ("Raiders slaughtered 34 coca pickers.", [(34, 34)]),
    ("The driver, 51, was killed.", [(1, 1)]),
    ("The ministry reported 12 policemen and five civilians killed.", [(12, 12), (5, 5)]),
    ("1,20,000 people were displaced.", [(120000, 120000)]),
    ("The boat's crew abducted eight Indonesian trawlermen.", [(8, 8)]),
    ("Two senior Jackals were captured.", [(2, 2)]),
    ("A shell wounded three boys, one of them seriously.", [(3, 3)]),
    ("Hospitals took in 73 injured people.", [(73, 73)]),
    ("A family of five, including three infants, was killed.", [(5, 5), (3, 3)]),
    ("An eight-man patrol was captured.", [(8, 8)]),
    ("The 3,000-strong garrison was captured.", [(3000, 3000)]),
    ("A platoon of 30 soldiers was captured.", [(30, 30)]),
    ("Eleven people \u2013 seven men, three women and a child \u2013 were killed.", [(11, 11), (7, 7), (3, 3)]),
    ("Sgt. Tom Hale, 31, of Ohio, and Cpl. Ana Ruiz, 24, were killed.", [(2, 2)]),
    ("The blast killed Colonel Ahmed Saleh, the commander of a brigade.", [(1, 1)]),
    ("The shell killed an imam, his wife and their two children.", [(4, 4)]),
    ("The pilot and co-pilot were killed.", [(2, 2)]),
    ("A boy, a woman in her 60s and a clerk were killed.", [(3, 3)]),
    ("The two sides lost a combined 400 men.", [(400, 400)]),
    ("An estimated 25 rebels were killed.", [(20, 30)]),
    ("The gunmen freed 15 of the 21 nuns.", [(15, 15)]),
    ("None of our fighters was hurt.", [(0, 0)]),
    ("The shell killed three children under 10.", [(3, 3)]),
    ("A 27-year-old and two teenagers were killed.", [(1, 1), (2, 2)]),
    ("At least 150 people, mostly displaced women, were killed.", [(150, None)]),
    ("Eleven Hazaras were pulled off a bus and shot dead.", [(11, 11)]),
    ("Of the 62 killed, 41 were civilians.", [(62, 62), (41, 41)]),
    ("The fighting displaced 20,000 families.", [(20000, 20000)]),
    ("Seven hundred and thirty-two prisoners of war were freed.", [(732, 732)]),
    ("The militia abducted Dr. Amina Yusuf, 45, and two nurses.", [(1, 1), (2, 2)]),
    ("The army says it killed over 100 Hezbollah operatives.", [(101, None)]),
    ("Two reservists were killed, four seriously wounded by a missile.", [(2, 2), (4, 4)]),
    ("A teenager, Ruben Salas, 17, was killed.", [(1, 1)]),
    ("One civilian, a 52-year-old woman, was killed.", [(1, 1)]),
    ("The army killed 40 Wazalendo.", [(40, 40)]),
    ("A nun, Sister Maria de Coppi, 83, was shot dead.", [(1, 1)]),
    ("Twenty-three Tamil Tigers died.", [(23, 23)]),
    ("Officials gave four different versions of how prisoners had died.", [(2, None)]),
    ("A large number of civilians were killed.", [(2, None)]),
    ("At least 500 people \u2014 possibly as many as 800 \u2014 were killed.", [(500, None)]),
    ("A constable, Ramesh Kumar, and a civilian, Sunita Devi, died.", [(1, 1), (1, 1)]),
    ("The deaths of 12 soldiers and six civilians were confirmed.", [(12, 12), (6, 6)]),
    ("Three Navy SEALs were killed.", [(3, 3)]),
    ("Gangs killed 5,601 people last year, over 1,000 more than in 2023.", [(5601, 5601)]),
    ("The raid killed 12 villagers early on Monday.", [(12, 12)]),
    ("The attack killed Islamic Jihad commander Omar Faris.", [(1, 1)]),
    ("The attack killed a commander of the Quds Force, Brigadier General Reza Karimi.", [(1, 1)]),
    ("A mortar shell killed ten-year-old Lina Haddad and her mother.", [(2, 2)]),
    ("Officials differed on how many people had died.", []),
    ("The floods destroyed 12 mortars and nine bulldozers.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), PHRASES)
def test_the_people_of_a_phrase(sentence: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(low, high) for measure, low, high in counted(sentence) if measure != "destroyed"] == expected


def test_single_people_named_together_are_worded_together() -> None:
    (row,) = rows("A shell killed a mother and her son.")
    assert row["victims"] == "a mother and her son"
