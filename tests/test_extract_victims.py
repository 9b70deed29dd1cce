"""Who was counted: the words of the text, those that a bare number stands for, or none."""

from __future__ import annotations

import pytest
from extracting import rows

VICTIMS = [
    ("The army killed 20 rebels and captured 30 more.", ["rebels", "rebels"]),
    ("Medics counted 14 bodies.", ["bodies"]),
    ("The clinic admitted 40 wounded; three died.", ["", ""]),
    ("The blast killed nine.", [""]),
    ("One civilian was killed and five injured.", ["civilian", "civilian"]),
    ("A shell killed a nurse and wounded ten.", ["nurse", ""]),
    ("The governor raised the toll to nine.", [""]),
    ("The raid brought its military losses to 23.", ["its military losses"]),
    ("A mayor gave a toll of four dead.", [""]),
    ("The paper counts 40 Ruritanian dead.", ["Ruritanian"]),
    ("The shell killed nine pilgrims and left 20 wounded.", ["pilgrims", "pilgrims"]),
    ("Police revised an earlier count of six dead.", [""]),
    ("The number of injured stands at 284.", [""]),
    ("A nurse said 12 of the dead were farmers.", ["farmers"]),
    ("Nine of the victims were Sudanese nationals.", ["Sudanese nationals"]),
    ("Five of those killed are women.", ["women"]),
    ("Five of those killed were never named.", ["those killed"]),
    ("Ten died: six were miners and four were police officers.", ["", "miners", "police officers"]),
    ("The rebels killed 90 soldiers and took 12 prisoner.", ["soldiers", "soldiers"]),
    ("The guerrillas seized 14 aid workers, holding nine hostage.", ["aid workers", "aid workers"]),
    ("The army put its own losses at nine dead.", ["its own losses"]),
    ("He said Southland losses were 9 killed and 31 wounded.", ["Southland losses", "Southland losses"]),
    ("A spokesman put Southland military deaths at 350.", ["Southland military deaths"]),
    ("The siege cost the garrison 90 dead.", ["garrison"]),
    ("The war has cost both sides some 900 dead.", ["both sides"]),
    ("On the Southland side: four dead and nine wounded.", ["the Southland side", "the Southland side"]),
    ("The attackers left 152 bodies on the field.", ["attackers"]),
    ("A bomb killed one guard and hurt four.", ["guard", ""]),
    ("The gunmen, numbering about 150, burned the market.", ["gunmen"]),
    ("A man saw his son cry; her husband was murdered.", ["husband"]),
    ("Nobody was hurt.", ["Nobody"]),
    ("Soldiers opened fire on protesters, killing nine.", ["protesters"]),
    ("Rebels ambushed a convoy of rangers, killing six and wounding three.", ["rangers", "rangers"]),
    ("Rebels attacked a village at dawn, killing 30.", [""]),
    ("The attack left eight dead, including three Chinese engineers, and 20 injured.", ["", "", "Chinese engineers"]),
    ("He put the losses of the rebels at 38 killed and 9 taken alive.", ["rebels", "rebels"]),
    ("Many of the dead had fallen in combat.", ["the dead"]),
    ("American dead for the same period now stand at 239.", ["American dead"]),
    ("The militia killed dozens of men, women and children.", ["men, women and children"]),
    ("Police freed three (3) kidnapped victims.", ["kidnapped victims"]),
    ("Police said four (4) kidnappers were killed.", ["kidnappers"]),
    ("A witness saw five dead bodies on the spot.", ["dead bodies"]),
    ("Ten guards and 13 others were wounded Thursday.", ["guards", "others"]),
    ("A bomb killed 28 pilgrims and injured 72 last month.", ["pilgrims", "pilgrims"]),
    ("A bomb killed six and hurt 54, police and hospital officials said.", ["", ""]),
    ("We lost two guards and five were injured.", ["guards", "guards"]),
    ("The toll has risen to 16 and 30 others were wounded.", ["", "others"]),
    ("A doctor confirmed the toll and put the number of wounded at 103.", [""]),
    ("In a fight with the smugglers, four guards were shot dead.", ["guards"]),
    ("Six wounded soldiers were taken from the scene to hospital.", ["wounded soldiers"]),
    ("The dead included a nurse and her son.", ["a nurse and her son"]),
    ("Among those killed by the strikes on the town was a teacher.", ["teacher"]),
    ("A priest in the border state of Tamaulipas was killed.", ["priest"]),
    ("Naik Rajesh Kumar of 44 Rashtriya Rifles was martyred.", ["Naik Rajesh Kumar"]),
    ("Major General Lee of the 3rd Corps was wounded.", ["Major General Lee"]),
    ("The attack resulted in the death of one guard and five injuries.", ["guard", "injuries"]),
    ("He condemned the wounding of three others of the mission.", ["others"]),
    ("Seven mutilated bodies were found. Three more bodies were found nearby.", ["mutilated bodies", "bodies"]),
    ("Police fought a gunbattle with the suspects, killing eight.", ["suspects"]),
    ("Rebels said 20 members of the force were killed, six wounded and four captured.", ["members of the force"] * 3),
    ("A rocket killed a clerk and a woman working nearby.", ["a clerk and a woman"]),
    ("Three pilgrims are dead, among them one child. Five more are injured.", ["pilgrims", "child", "pilgrims"]),
    ("The attack hit a total of 14 farmers. Two of them died.", ["farmers"]),
    ("The chief said his people had lost 76.", ["people"]),
    ("A nurse said 40 of the dead were rebels: 23 from the north and 17 from the coast.", ["rebels"] * 3),
    ("Monday was the worst day, with 41 dead; 29 of them fell in the capital.", ["", ""]),
    ("The ministry said 18 nomads were killed and another 43 wounded.", ["nomads", "nomads"]),
    ("The army captured two rebels, while a bomb killed one guard and injured eight.", ["rebels", "guard", ""]),
    ("Herders attacked farmers from Barno tribe three days ago, wounding three of them.", ["farmers from Barno tribe"]),
    ("Saida Ndiaye, a mother of four, was killed by a shell.", ["Saida Ndiaye, a mother of four"]),
    ("The mayor of Kolwezi, Pierre Mutombo, was shot dead.", ["mayor of Kolwezi, Pierre Mutombo"]),
    ("Maria Lopez, who ran the village shop, was killed by a shell.", ["Maria Lopez"]),
    ("Rosa Diaz herself was stabbed to death.", ["Rosa Diaz"]),
    ("The army said it had killed Abu Nasr al-Libi, a senior commander.", ["Abu Nasr al-Libi, a senior commander"]),
    ("The rebels confirmed the death of al-Tamimi.", ["al-Tamimi"]),
    ("Among the dead was the commander of their third battalion.", ["commander of their third battalion"]),
    ("Among those killed was Colonel Idriss Mahamat.", ["Colonel Idriss Mahamat"]),
    ("A colleague, cameraman Mohamed Isse, is among the dead.", ["colleague, cameraman Mohamed Isse"]),
    ("A paper put civilian deaths at 6,432.", ["civilian deaths"]),
    ("The monitor puts the disappeared at over 300.", ["the disappeared"]),
    ("No soldier was killed, none is in enemy hands.", ["soldier", "soldier"]),
    ("Her nephew was a baker. They killed him.", ["baker"]),
    ("Forty rebels gave up and 17 were killed.", ["rebels"]),
]


@pytest.mark.parametrize(("sentence", "expected"), VICTIMS)
def test_the_people_as_worded_or_those_before_or_none(sentence: str, expected: list[str]) -> None:
    assert [row.get("victims", "") for row in rows(sentence) if row["kind"] == "casualty"] == expected


def test_more_people_are_those_of_the_sentence_before() -> None:
    found = rows("The shell killed nine pilgrims. Another 61 were wounded.")
    assert [row.get("victims") for row in found] == ["pilgrims", "pilgrims"]
    assert found[1]["provenance"]["victims"]["source"] == "coreference"


def test_the_freed_and_the_held_are_the_hostages_of_the_sentence_before() -> None:
    found = rows("The envoy spoke of 17 hostages. Eight were freed, three are dead and six are still held.")
    assert [row.get("victims") for row in found] == ["hostages"] * 3


def test_the_freed_are_those_who_were_taken_in_the_sentence_before() -> None:
    found = rows("Bandits abducted 60 pupils. Nine were freed on Monday.")
    assert [(row["measure"], row.get("victims")) for row in found][-1] == ("rescued", "pupils")


SIDES = [
    ("The Northland army admitted 23 of its soldiers were killed.", "The Northland army"),
    ("Ukraine's general staff said Russia lost 810 soldiers.", "Russia"),
    ("The rebels said the army lost 30 of its men.", "army"),
    ("The army said it lost four men.", "The army"),
    ("The militia chief said 20 of his fighters had been killed.", "The militia chief"),
    ("A farmer lost both his sons.", ""),
    ("The siege cost the Northland army 90 dead.", "Northland army"),
    ("On the Southland side: four dead.", "the Southland side"),
    ("The army put its own losses at nine dead.", "The army"),
    ("The army put rebel losses at nine dead.", ""),
    ("The army said 12 soldiers were killed.", ""),
]


@pytest.mark.parametrize(("sentence", "side"), SIDES)
def test_whose_people_they_were_where_the_words_for_them_do_not_say(sentence: str, side: str) -> None:
    (row,) = rows(sentence)
    assert row.get("victim_side", "") == side
