"""Losses in the wordings of many wars and outlets: wire, communiqué, live blog, NGO and UN report, headline, list."""

from __future__ import annotations

import pytest
from extracting import counted, extraction_of

WORDINGS = [
    ("Boko Haram fighters slaughtered 43 farm labourers near Zabarmari.", "killed 43"),
    ("The ambush claimed the lives of eleven gendarmes.", "killed 11"),
    ("The ministry said the shelling mainly affected civilians.", "casualties 2+"),
    ("The raids affected 40 villagers, an aid worker said.", "casualties 40"),
    ("A roadside bomb ripped through a convoy, leaving nine soldiers dead and 14 wounded.", "killed 9; injured 14"),
    ("Suicide bomber kills 22, wounds dozens at Kabul mosque", "killed 22; injured 12-99"),
    ("Rebels shoot dead 5 officials in Chhattisgarh", "killed 5"),
    ("Clashes leave 17 dead in Tripoli", "killed 17"),
    ("Eight killed, 20 hurt as shells hit Donetsk market", "killed 8; injured 20"),
    ("16 dead, dozens missing after boat attack", "killed 16; missing 12-99"),
    ("The army said its men had gunned down 13 infiltrators along the Line of Control.", "killed 13"),
    ("Security forces mowed down at least 60 protesters.", "killed 60+"),
    (
        "Gunmen burst into the mess hall, killing four cadets and a cook and wounding seven more.",
        "killed 4; killed 1; injured 7",
    ),
    ("The blast tore through the checkpoint, instantly killing two policemen.", "killed 2"),
    ("Artillery fire took the lives of three siblings.", "killed 3"),
    ("The raid cost the lives of 24 commandos.", "killed 24"),
    ("The shelling cost 14 people their lives.", "killed 14"),
    ("More than 300 people have lost their lives since June.", "killed 301+"),
    ("Twenty-six people were hacked to death in the village of Mangina.", "killed 26"),
    ("Seven worshippers were burnt alive inside the church.", "killed 7"),
    ("Militants lined up and executed 21 Coptic workers.", "killed 21"),
    ("The militia beheaded 17 villagers, the governor said.", "killed 17"),
    ("Five miners were found dead with their throats slit.", "killed 5"),
    ("A 34-year-old teacher was stabbed to death.", "killed 1"),
    ("The bodies of six hostages were recovered from a tunnel.", "killed 6"),
    ("Rescuers pulled 19 bodies from the rubble.", "killed 19"),
    ("Forty bodies were counted at the morgue.", "killed 40"),
    ("Residents said they had buried 72 people in a mass grave.", "killed 72"),
    ("Villagers found 12 corpses by the river.", "killed 12"),
    ("The morgue received 31 bodies, a medic said.", "killed 31"),
    ("The UN mission documented 213 civilian deaths in March.", "killed 213"),
    ("OHCHR verified 10,582 civilians killed and 19,875 injured.", "killed 10582; injured 19875"),
    ("The mission recorded 1,174 casualties (349 killed and 825 injured).", "casualties 1174; killed 349; injured 825"),
    ("The death toll has climbed to 112, with 300 injured.", "killed 112; injured 300"),
    ("The toll now stands at 67 dead and 120 wounded.", "killed 67; injured 120"),
    ("The attack brought to 14 the number of journalists killed this year.", "killed 14"),
    ("Friday's deaths take the toll to 41.", "killed 41"),
    ("Officials revised the toll down to 85 from 130.", "killed 85"),
    ("The toll rose to 31, up from 24 on Monday.", "killed 31"),
    ("Hospital sources put the death toll at between 40 and 50.", "killed 40-50"),
    ("The provisional toll is 17 dead, 6 of them children.", "killed 17; killed 6"),
    ("Fatalities: 12. Injured: 30.", "killed 12; injured 30"),
    ("- Killed: 8 soldiers", "killed 8"),
    ("The operation resulted in 45 insurgents neutralised and 3 captured.", "neutralised 45; captured 3"),
    ("Troops neutralised 27 terrorists and arrested 11 suspects.", "neutralised 27; captured 11"),
    ("Our heroic mujahideen killed more than 20 apostates and wounded a number of others.", "killed 21+; injured 2+"),
    ("Nine of our fighters were martyred.", "killed 9"),
    ("Two of our brothers attained martyrdom.", "killed 2"),
    ("The enemy suffered heavy losses: 35 killed and over 50 wounded.", "killed 35; injured 51+"),
    ("The brigade lost 12 men in the fighting.", "killed 12"),
    ("Kyiv lost up to 250 servicemen on this front.", "killed 0-250"),
    ("Over the past day, the enemy lost more than 300 troops killed and wounded.", "casualties 301+"),
    ("Ukraine's losses amounted to 445 servicemen, three tanks and two pickup trucks.", "killed 445"),
    ("Some 40 people were killed or wounded.", "casualties 32-48"),
    ("About 200 people were killed and wounded in the bombing.", "casualties 160-240"),
    ("The missile killed three members of one family and injured the father.", "killed 3; injured 1"),
    ("Three children, aged 4, 7 and 9, were killed.", "killed 3"),
    ("Twelve people, among them two infants, were killed when a shell hit a bakery.", "killed 12; killed 2"),
    ("Twelve people, most of them women, died.", "killed 12"),
    ("Of the 23 dead, 14 were children.", "killed 23; killed 14"),
    ("Among the dead were a paramedic and two firefighters.", "killed 1; killed 2"),
    ("Four of the wounded later died.", "killed 4"),
    ("A further six people died of their wounds.", "killed 6"),
    ("Three more succumbed to their injuries in hospital on Sunday.", "killed 3"),
    ("One soldier was killed and another wounded.", "killed 1; injured 1"),
    ("One person was killed and three others injured, one critically.", "killed 1; injured 3"),
    ("Two people died and as many were injured.", "killed 2; injured 2"),
    ("The explosion killed a bystander, wounding two others.", "killed 1; injured 2"),
    ("At least six demonstrators suffered gunshot wounds.", "injured 6+"),
    ("Fourteen officers sustained injuries.", "injured 14"),
    ("Eleven people were taken to hospital.", "injured 11"),
    ("Doctors treated 64 people for shrapnel wounds.", "injured 64"),
    ("Thirty people were hospitalised, three of them in critical condition.", "injured 30"),
    ("Five troops suffered minor injuries.", "injured 5"),
    ("Nobody was hurt.", "injured 0"),
    ("There were no casualties.", "casualties 0"),
    ("No one was killed in the attack.", "killed 0"),
    ("The army said it had suffered no losses.", "killed 0"),
    ("Not a single civilian was killed, the spokesman said.", "killed 0"),
    ("None of our soldiers was harmed.", "casualties 0"),
    ("The strike caused no civilian casualties.", "casualties 0"),
    ("The gunmen abducted 276 schoolgirls.", "captured 276"),
    ("Bandits whisked away 35 worshippers.", "captured 35"),
    ("Hamas is still holding 101 hostages.", "captured 101"),
    ("Around 240 people were taken hostage.", "captured 192-288"),
    ("The group said it captured 12 soldiers alive.", "captured 12"),
    ("Forty-two fighters surrendered to the army.", "captured 42"),
    ("Police arrested nine suspects in connection with the bombing.", "captured 9"),
    ("Fifteen sailors remain unaccounted for.", "missing 15"),
    ("Four soldiers have been reported missing.", "missing 4"),
    ("The fighting has displaced 90,000 people.", "displaced 90000"),
    ("About 1.5 million people have fled to Chad.", "displaced 1200000-1800000"),
    ("Some 3,000 villagers sought refuge in a church.", "displaced 2400-3600"),
    ("The army freed 23 hostages.", "rescued 23"),
    ("Troops rescued 31 kidnapped students.", "rescued 31"),
    ("Peacekeepers evacuated 200 civilians.", "displaced 200"),
    ("Air defences shot down 12 drones.", "destroyed 12"),
    ("Three army vehicles were set ablaze.", "destroyed 3"),
    ("Houthi fighters destroyed two armoured vehicles and a pickup.", "destroyed 2"),
    ("Some 300 gunmen took part in the assault.", "strength 240-360"),
    ("A force of 120 rebels attacked the barracks.", "strength 120"),
    ("The base was attacked by about 150 militants.", "strength 120-180"),
    ("The regiment buried 14 of its own on Friday.", "killed 14"),
    ("A count by the diocese has 93 dead.", "killed 93"),
    ("The government says 12 died; the rebels say 60.", "killed 12; killed 60"),
    ("Independent monitors speak of 74 fatalities, the government of 31.", "killed 74; killed 31"),
    ("The ministry said 12 died. The opposition put it at 90.", "killed 12; killed 90"),
    ("Two of the wounded have since died, bringing the toll to 16.", "killed 2; killed 16"),
    ('Its fighters "liquidated" 18 mercenaries, the communique reads.', "killed 18"),
    ("Own losses: 2 killed, 5 wounded.", "killed 2; injured 5"),
    ("The remains of 11 soldiers were handed over.", "killed 11"),
    ("The gunmen spared the women but killed all 13 men.", "killed 13"),
    ("The minister said 140 hostages had regained their freedom.", "rescued 140"),
    ("Some 60 women remain in the hands of the militants.", "captured 48-72"),
    ("Ten civilians lost limbs.", "injured 10"),
    ("Officials acknowledged the loss of 16 men.", "killed 16"),
    ("The tally of the missing stands at 67.", "missing 67"),
    ("Deaths among civilians rose to 90.", "killed 90"),
    ("Russia lost 810 soldiers, killed or wounded, along with 11 tanks.", "casualties 810; destroyed 11"),
    ("The monitor counted 30 dead: 18 soldiers, 7 gunmen and 5 civilians.", "killed 30; killed 18; killed 7; killed 5"),
    ("The dead include seven teachers who had fled the town and a baby.", "killed 7; killed 1"),
    ("We are not aware of any civilian casualties.", "casualties 0"),
    ("The police had no indication that civilians were hurt.", "injured 0"),
    ("A hospital admitted 36 people with gunshot wounds.", "injured 36"),
    ("Six soldiers were killed and a drone was brought down.", "killed 6"),
]

NO_LOSSES = [
    "Ninety-five prisoners of war were exchanged.",
    "The 2019 attack is remembered every April.",
    "The army warned that thousands could die.",
    "He threatened to kill ten hostages.",
    "If the dam breaks, 5,000 people would be killed.",
    "How many people were killed?",
    "It is not known how many civilians died.",
    "The homicide rate was 22 per 100,000.",
    "Ministers fear hundreds will die of hunger.",
    "The convoy of 40 trucks was stopped.",
    "The army did not kill 15 villagers, he insisted.",
    "Soldiers are trained to kill.",
    "About 600 people attended the funeral of the commander.",
    "Some 2,000 people protested against the killing.",
    "She was seven when the war began.",
    "The 12-member council condemned the murder.",
    "The group has 3,000 members.",
    "The court sentenced 12 men to death.",
    "He faces 14 counts of murder.",
    "An inquiry into the deaths found the pilots at fault.",
    "Prices have fallen.",
    "Two cows were killed.",
    "The shelling destroyed 14 houses.",
    "Rebels captured three villages and a bridge.",
    "Hospitals need 500 units of blood.",
    "The operation was launched to free 50 hostages.",
    "Four people, including the mayor, are on trial over the killing.",
]

ELSEWHERE = [
    "The hosts lost two men to red cards. The coach said the goal killed the match, and the striker claimed five "
    "victims in the second half of the season.",
    "In the film, the director has 12 soldiers killed in the first scene. The cast and the screenplay won praise.",
    "The company eliminated 300 staff. Shares fell, and investors and analysts spoke of many casualties in the market.",
    "Veterinary officers killed 142,000 birds on a poultry farm after the flu virus was confirmed in the flock.",
]


@pytest.mark.parametrize(("sentence", "expected"), WORDINGS)
def test_a_wording_with_its_bounds(sentence: str, expected: str) -> None:
    assert sorted(map(worded, counted(sentence))) == sorted(expected.split("; "))


def worded(found: tuple[str, int, int | None]) -> str:
    """As in the table: "killed 12", "killed 12+" where the number is open, "killed 12-99"."""
    measure, low, high = found
    return f"{measure} {low}" + ("+" if high is None else f"-{high}" if high != low else "")


@pytest.mark.parametrize("sentence", NO_LOSSES)
def test_what_did_not_happen_is_no_loss(sentence: str) -> None:
    assert counted(sentence) == []


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_text_about_something_else_has_no_claims(text: str) -> None:
    assert counted(text) == []


def test_violence_in_a_text_about_something_else_is_still_told() -> None:
    text = "Gunmen shot dead five players. The match, the league and the club's season were called off by the coach."
    assert counted(text) == [("killed", 5, 5)]


def test_a_sentence_that_is_only_suspect_is_listed_with_the_field() -> None:
    found = extraction_of(ELSEWHERE[1])
    assert [look.reason for look in found.look_here] == ["it reads like a loss, but the text is about fiction"]


def test_nothing_is_listed_where_all_was_taken() -> None:
    assert extraction_of("The army killed 12 rebels. It praised its men.").look_here == []


def test_parts_are_marked_as_parts() -> None:
    drafts = extraction_of("The monitor counted 30 dead: 18 soldiers, 7 gunmen and 5 civilians.").drafts
    assert [("subset of" in draft.flags) for draft in drafts] == [False, True, True, True]
