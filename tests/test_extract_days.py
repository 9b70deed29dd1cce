"""The day of each loss: which of a text's days is that of an event, and which only that of a statement."""

from __future__ import annotations

import pytest
from extracting import rows

DAYS: list[tuple[str, list[str | None]]] = [
    # The main event's day stands far down.
    (
        "PORT SUDAN, May 15 - Gunmen killed 34 soldiers in an assault on a base near Kassala, the president said."
        "\n\nEleven others were wounded, his office added.\n\nThe assault started at dawn on Monday.",
        ["2024-05-13", "2024-05-13"],
    ),
    # "For a third day": what a sentence tells itself is of that day, a toll is of all.
    ("Rebels shelled the city of Goma for a third day on Tuesday, killing nine people.", ["2024-05-14"]),
    (
        "Clashes in Tripoli went on for a second day on Tuesday. The toll rose to 31 dead.",
        ["2024-05-13/2024-05-14"],
    ),
    # A day before a speaker is that of the statement.
    (
        "On 3 May a drone hit a market in Omdurman, killing six traders. On Monday the army's spokesman said two "
        "of the dead were soldiers.",
        ["2024-05-03", "2024-05-03"],
    ),
    (
        "Police first spoke of 12 dead in Friday's raid in Cali; on Sunday the ministry said 14 had died.",
        ["2024-05-10", "2024-05-10"],
    ),
    # Counted from a day of the same sentence.
    (
        "A teacher was shot dead in Narathiwat on Tuesday, two days after four rangers were killed by a bomb.",
        ["2024-05-14", "2024-05-12"],
    ),
    (
        "Gunmen killed a judge in Quetta on 10 May, a day before six miners were shot dead.",
        ["2024-05-10", "2024-05-11"],
    ),
    # A spell of fighting ends on the day that its sentence has.
    (
        "The toll of four days of clashes in Sebha rose to 40 dead on Monday.\n\nA hospital said 90 were wounded.",
        ["2024-05-10/2024-05-13", "2024-05-10/2024-05-13"],
    ),
    # Said before the day that the text has reached.
    (
        "Drones hit a depot in Kharkiv on Monday, killing three guards.\n\nThe governor said on Sunday that his troops "
        "had beaten off an assault, killing 20 raiders.",
        ["2024-05-13", None],
    ),
    # Sums of years.
    (
        "A bomb killed two rangers in Pattani on Monday.\n\nMore than 7,300 people have died.\n\nThe group is blamed "
        "for 200 deaths in its decades-long fight.\n\nAbout 600,000 people are displaced.",
        ["2024-05-13", None, None, None],
    ),
    (
        "Gunmen killed five guards in Kirkuk on Monday.\n\nThe group, which took up arms in 1984, has cost more than "
        "3,000 lives.",
        ["2024-05-13", "1984-01-01/2024-05-15"],
    ),
    # What went before, talks, and the entries of a timeline.
    (
        "The fighting in Jonglei was sparked by a cattle raid last Friday. Thirty herders were killed.",
        [None],
    ),
    (
        "Police put the toll of Sunday's raid in Yobe at 12 and called it revenge for two deaths last month.",
        ["2024-05-12", "2024-04-01/2024-04-30"],
    ),
    (
        "Shells killed six people in Agdam on Sunday.\n\nThe dead include a nurse, doctors said after talks on Tuesday "
        "and before a truce signed on Monday. Four men were wounded.",
        ["2024-05-12", "2024-05-12", "2024-05-12"],
    ),
    (
        "On 4 May gunmen attacked a bus in Cauca. How many died is disputed.\n\n6 May: The police say nine people "
        "were killed.\n\n8 May: A church group says 14 people were killed.",
        ["2024-05-04", "2024-05-04"],
    ),
    (
        "Rebels killed 31 villagers in Beni on Saturday. Twenty bodies were recovered from a river on Monday.",
        ["2024-05-11"] * 2,
    ),
    # "The ambush" is the one that was told of before.
    (
        "A land mine killed eight farmers near Bocay on Tuesday.\n\nRebels said they ambushed a convoy near Wiwili on "
        "Monday, killing 20 soldiers.\n\nThe army acknowledged the ambush but spoke of five soldiers killed.",
        ["2024-05-14", "2024-05-13", "2024-05-13"],
    ),
    # A town of the province that the story began in.
    (
        "Gunmen killed 37 people in a market town of Yobe state on Sunday.\n\nThe gunmen burned shops in Tarmari, and "
        "16 people were missing.",
        ["2024-05-12", "2024-05-12"],
    ),
    # The following sentences give an event more days, or take up a total.
    (
        "Troops entered Kavumu on 6 May. Over the next three days they killed 40 men.\n\nA priest counted 38 bodies.",
        ["2024-05-06/2024-05-09", "2024-05-06/2024-05-09"],
    ),
    (
        "A mine killed a farmer near Bria on Monday.\n\nSince 1 February 300 people have been killed. Of the dead, 79 "
        "bodies lie unclaimed.",
        ["2024-05-13", "2024-02-01/2024-05-15", "2024-02-01/2024-05-15"],
    ),
    (
        "Shells killed three people in Sirte on Monday.\n\nOn Friday gunmen shot dead four guards in Ubari.\n\nOn the "
        "same day 60 families fled and two boys were killed.",
        ["2024-05-13", "2024-05-10", "2024-05-10"],
    ),
    # A text that looks back names its year once.
    (
        "On 4 March 1992 militiamen took the town of Foca. On 6 March soldiers shot dead 30 men at the mill. Twelve "
        "women were killed in April, and the next January nine prisoners died.",
        ["1992-03-06", "1992-04-01/1992-04-30", "1993-01-01/1993-01-31"],
    ),
    # What is no day of the event.
    (
        "Bombs killed nine people in Ituri on Monday. The dead include two men who had signed the 2016 accord.",
        ["2024-05-13", "2024-05-13"],
    ),
    (
        "Gunmen raided Kuyelo in Kaduna State, parents said. They stormed the Salama Primary School on Thursday. A boy "
        "died on Saturday.\n\nFour guards were killed.",
        ["2024-05-11", "2024-05-09"],
    ),
    (
        "A mortar killed two people in Goma on Monday.\n\nThirteen soldiers have died in the past few days.",
        ["2024-05-13", None],
    ),
    (
        "Violence since Sunday has left 60 people dead in Bor.\n\nThe siege, now in its 22nd month, has killed 9,700 "
        "people.",
        ["2024-05-12/2024-05-15", None],
    ),
    (
        "A shell killed two men in Derna on Monday.\n\nTwo days after the truce, nine guards were shot dead.",
        ["2024-05-13", None],
    ),
    (
        "Ten villagers died when gunmen raided Kirtawa. The weekend attack wounded a soldier.",
        ["2024-05-11/2024-05-12"] * 2,
    ),
    (
        "Some 200 people died in the attacks, which took place late on Monday and in the early hours of Tuesday.",
        ["2024-05-13/2024-05-14"],
    ),
    # "The deadliest since" compares; what it tells of itself has its own day.
    (
        "A car bomb tore through recruits in Hillah on Monday in the deadliest attack since the fall of the capital in "
        "2021, killing 115 people.",
        ["2024-05-13"],
    ),
    (
        "It was the worst violence in Juba since the war of 2020, in which 600 people died, the heaviest toll yet.",
        ["2020-01-01/2020-12-31"],
    ),
    (
        "Gunmen killed two guards in Jolo on Monday.\n\nThe group is blamed for the 2004 bombing of a ferry in Manila "
        "Bay that killed 116 people.",
        ["2024-05-13", "2004-01-01/2004-12-31"],
    ),
    (
        "A truce ended the fighting in Tyre on Monday.\n\nSome 1,100 Lebanese have been killed since 12 April, when "
        "gunmen killed eight guards. On the Israeli side 156 people died. Another 30 were wounded.",
        ["2024-04-12/2024-05-15", "2024-04-12", "2024-04-12/2024-05-15", "2024-04-12/2024-05-15"],
    ),
    # "Last week" far down, and "hours after" a truce, are not the main event's.
    (
        "Fifteen people have been killed in a bombing in Jerusalem. Six of the dead were children.\n\nTroops last week "
        "shot dead two men in Nablus.",
        [None, None, "2024-05-06/2024-05-12"],
    ),
    # A report's only day, after what it tells.
    ("An air raid on the port of Hodeidah left seven dockers dead, the rebels said Monday.", ["2024-05-13"]),
    # The same day at another place.
    (
        "Fighters attacked a post in Menaka on Sunday, killing five guards. Hours later a bomb went off in Ansongo. "
        "Two women died.",
        ["2024-05-12", "2024-05-12"],
    ),
    (
        "A car bomb killed eight people in Idlib on Sunday.\n\nAt Bab al-Hawa Hospital, a surgeon said 20 people "
        "were wounded.",
        ["2024-05-12", "2024-05-12"],
    ),
    (
        "Gunmen raided villages in Bokkos district on Sunday, leaving 40 people dead in Plateau State. Officials said "
        "25 people died in Bokkos and the rest in Mangu.",
        ["2024-05-12", "2024-05-12"],
    ),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_the_day_of_each_loss(text: str, days: list[str | None]) -> None:
    assert [row.get("date") for row in rows(text)] == days


def test_the_only_day_of_a_report_is_marked_as_that_of_the_statement() -> None:
    (row,) = rows("An air raid on the port of Hodeidah left seven dockers dead, the rebels said Monday.")
    assert row["provenance"]["date"]["source"] == "statement date"
