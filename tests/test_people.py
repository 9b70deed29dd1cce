"""Reading who was counted, and whether two claims count the same people."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.lexicon import data
from claims.people import EVERYONE, Relation, armed, civilian, compare_people, read_people

ANYBODY = "officer soldier police paramilitary fighter leader official private"
GROUPS = {
    "anybody": ANYBODY,
    "combatant": "officer soldier police paramilitary fighter leader",
    "security": "officer soldier police paramilitary",
    "military": "officer soldier",
    "armed group": "fighter leader",
    "civilian": "official private",
    "nobody": "",
}

# words | statuses | age and sex ("" = anybody) | traits
FACETS = """
Pakistani soldiers | military
troops | military
23 servicemen | military
members of the armed forces | military
U.S. soldiers | military
conscripts | military | | conscript
paratroopers of the 76th division | military | | paratrooper
servicewomen | military | woman
women soldiers | military | woman
UN peacekeepers from Nepal | military | | peacekeeper
prisoners of war | military | | prisoner
officers | officer
a lieutenant colonel | officer | | rank:lieutenant colonel
Lt. Col. Imran Khan | officer | | rank:lieutenant colonel, name:imran khan
General Qasem Soleimani | officer | | rank:general, name:qasem soleimani
sergeants | soldier | | rank:sergeant
policemen | police
police officers | police
border guards | paramilitary
members of the Frontier Corps | paramilitary
Pakistani security personnel | security
security forces | security
members of the security forces | security
Pakistani security personnel, including a lieutenant colonel and a major | security
soldiers and police | officer soldier police
military and police personnel | officer soldier police
militants | armed group
gunmen | armed group
armed men | armed group
suspected jihadists | armed group
Hamas operatives | armed group
Taliban and affiliated fighters | armed group
Taliban” and other fighters | armed group
fighters with the Taliban and their allies | armed group
TTP fighters in Afghanistan | armed group
Islamic State fighters | armed group
Wagner mercenaries | armed group | | mercenary
a suicide bomber | fighter | | suicide attacker
foreign fighters | fighter | | foreigner
child soldiers | armed group | boy girl | child soldier
militiamen | fighter leader paramilitary
senior members of the TTP | leader
"important" members of the group | leader
senior members of the Tehrik-e-Taliban Pakistan (TTP) extremist group | leader
Taliban commanders | leader
senior militants | leader
a senior TTP leader, Ustad Qureshi | leader | | name:qureshi
Hezbollah commander Fuad Shukr | leader | | name:fuad shukr
civilians | civilian
no civilians | civilian
ordinary civilians | civilian
non-combatants | civilian
members of the public | civilian
civilians, mostly women and children | civilian
civilians, including women and children | civilian
civilians killed by soldiers | civilian
residents of Bucha | civilian | |
refugees from Waziristan who had fled Pakistan, predominantly women and children | civilian | | refugee
aid workers | civilian | | aid worker
journalist Shireen Abu Akleh | civilian | | journalist, name:shireen abu akleh
worshippers | civilian | | worshipper
unarmed protesters | civilian | | protester
displaced people | civilian | | displaced
tribal elders | civilian | man woman | tribal elder
former soldiers | civilian | | veteran
officials | official
former Pakistan PM Benazir Bhutto | official | | prime minister, name:benazir bhutto
Khalil Haqqani, the minister for refugees | official | | minister, name:khalil haqqani
men of military age | anybody | man
military-age men | anybody | man
military-aged males | anybody | man
fighting-age men | anybody | man
men aged 18 to 60 | anybody | man
boys of military age | civilian | boy
soldiers' wives | civilian | woman | wife
army wives | civilian | woman | wife
terrorists' relatives | civilian | | relative
relatives of terrorists | civilian | | relative
relatives of soldiers | civilian | | relative
militants' families | civilian | | relative
families of militants | civilian | | relative
army chief's family | civilian | | relative
family of the army chief | civilian | | relative
family members of policemen | civilian | | family member
a senior commander’s brother | anybody | man boy | brother
policemen's children | civilian | boy girl
grandchildren of a Hamas leader | civilian | | grandchild
a police officer's wife and children | civilian | woman boy girl
civilian relatives of soldiers | civilian | | relative
refugee families | nobody | | thing:unit/household
familiares de militares | civilian | | relative
esposas de soldados | civilian | woman | wife
жены военнослужащих | civilian | woman | wife
士兵家属 | civilian | | relative
army general's driver | civilian | man woman | driver
soldiers' bodies | military
the army's dead | military
non-civilians | combatant
noncivilians | combatant
not civilians | combatant
not a single civilian | civilian
zero civilians | civilian
not only civilians | anybody
not militants but civilians | civilian
civilians not militants | civilian
non-combatant | civilian
not soldiers | anybody
non-militants | anybody
non-Muslims | anybody
non-local labourers | civilian | | worker
anti-army protesters | civilian | | protester
anti-government forces | armed group
не мирные жители | anybody
не менее 20 мирных жителей | civilian
non-combattants | civilian
no combatientes | civilian
general secretary | official
secretary-general of the party | official
attorney general | official | | attorney general
surgeon general | official
consuls general | official
the general practitioner | civilian | | doctor, medic
chief minister | official | | chief minister
medical officers | official
prison officers | official police paramilitary
victims of the militants | anybody
the militants' victims | anybody
victims of police violence | anybody
victims among the soldiers | military
people killed by soldiers | anybody
víctimas de los terroristas | anybody
жертвы боевиков | anybody
paramilitares | paramilitary
grupos paramilitares | paramilitary
military doctors | military | | doctor, medic
combat medics | military | | medic
army veterans | civilian | | veteran
police veterans | civilian | | veteran
бывшие боевики | civilian | | veteran
exmilitares | civilian | | veteran
war correspondents | civilian | | journalist
military correspondents | civilian | | journalist
off-duty policemen | police
police recruits | police
naval cadets | military | | cadet
settlers | civilian | | settler
armed settlers | combatant | | settler
village defence volunteers | paramilitary
self-defence militia | fighter leader paramilitary
pro-government militiamen | fighter leader paramilitary
pro-government fighters | combatant
Civilian Joint Task Force members | fighter leader paramilitary
police informants | civilian | | informant
militant supporters | civilian | | supporter
civilian police | police
army civilians | civilian
armed civilians | combatant
unarmed soldiers | military
unarmed people | civilian
ordinary policemen | police
army school students | civilian | boy girl | student
fire fighters | civilian | | rescuer
the minister's bodyguards | combatant | | bodyguard
civilians killed by soldiers and police | civilian
civils tués par des soldats et des policiers | civilian
убитые боевиками | anybody
убитые боевики | armed group
the commander's elder brother | anybody | man boy | brother
Lord's Resistance Army abductees | anybody | | hostage
human shields | civilian | | human shield
women | civilian | woman
children | civilian | boy girl
infants | civilian | boy girl | infant
girls | civilian | girl
schoolchildren | civilian | boy girl | student
schoolgirls | civilian | girl | student
women and children | civilian | woman boy girl
bodies of women and children | civilian | woman boy girl
male and female students | civilian | | student
men | anybody | man
people | anybody
bodies | anybody
casualties | anybody
Afghans | anybody
Taliban | anybody
members of Jaish al-Adl | anybody
Chinese nationals | anybody | | nationality:chinese
Ivorian citizens | civilian | | nationality:ivorian
hostages | anybody | | hostage
Christians | anybody | | community:christian
crew members | officer soldier private | | crew
Khalil Haqqani | anybody | | name:khalil haqqani
Fazlullah | anybody | | name:fazlullah
Mullah Fazlullah | anybody | | name:fazlullah
militants and civilians | fighter leader official private
people other than combatants | civilian
civilians excluding children | civilian | man woman
soldiers rather than civilians | military
tanks | nobody | | thing:vehicle/armour/tank
border posts | nobody | | thing:position/post
drones | nobody | | thing:aircraft/drone
мирные жители | civilian
гражданских лиц | civilian
боевиков ИГИЛ | armed group
военнослужащие и полицейские | officer soldier police
женщин и детей | civilian | woman boy girl
цивільні | civilian
військовослужбовців | military
مدنيين | civilian
المدنيين والجنود | officer soldier official private
قتلى من المدنيين | civilian
طفل وامرأة | civilian | woman boy girl
مسلحين | armed group
civils | civilian
forces de sécurité | security
femmes et enfants | civilian | woman boy girl
soldados ucranianos | military
niños y mujeres | civilian | woman boy girl
mulheres e crianças | civilian | woman boy girl
Frauen und Kinder | civilian | woman boy girl
israelische Soldaten | military
çocuklar | civilian | boy girl
غیرنظامیان | civilian
平民和士兵 | officer soldier official private
武装分子 | armed group
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in FACETS.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_words_give_status_age_sex_and_traits(row: list[str]) -> None:
    words, statuses, demography, traits = [*row, "", ""][:4]
    read = read_people(words)
    assert read.statuses == set(GROUPS.get(statuses, statuses).split())
    assert read.demography == (set(demography.split()) or (EVERYONE if read.statuses else set()))
    assert read.traits == {trait.strip() for trait in traits.split(",") if trait}


STATUS_COLUMN = [
    ("Afghans", "combatant", GROUPS["combatant"], ""),
    ("Pakistani soldiers", "combatant", GROUPS["military"], ""),
    ("people", "civilian", GROUPS["civilian"], ""),
    ("people", "unknown", ANYBODY, ""),
    ("schoolchildren", "child", GROUPS["civilian"], "boy girl"),
    ("people", "child", GROUPS["civilian"], "boy girl"),
    ("Khalil Haqqani", "official", "official", ""),
    ("Hakimullah Mehsud", "leader", "leader", ""),
    ("former Pakistan PM Benazir Bhutto", "leader", "official", ""),
    ("security personnel", "police", "police", ""),
    ("soldiers", "civilian", GROUPS["civilian"], ""),
    ("soldiers and civilians", "civilian", GROUPS["civilian"], ""),
    ("children", "combatant", GROUPS["combatant"], "boy girl"),
    ("", "soldier", GROUPS["military"], ""),
    ("", "", ANYBODY, ""),
    ("tanks", "combatant", "", ""),
    ("people", "journalist", GROUPS["civilian"], ""),
]


@pytest.mark.parametrize(("words", "status", "statuses", "demography"), STATUS_COLUMN)
def test_the_status_column_narrows_what_the_words_leave_open(
    words: str, status: str, statuses: str, demography: str
) -> None:
    read = read_people(words, status)
    assert read.statuses == set(statuses.split())
    assert read.demography == (set(demography.split()) or (EVERYONE if statuses else set()))


@pytest.mark.parametrize(
    ("words", "mostly"),
    [
        ("civilians, mostly women and children", "woman boy girl"),
        ("mostly women and children", "woman boy girl"),
        ("Palestinians, most of them children", "boy girl"),
        ("people, the majority of whom were civilians", "official private"),
        ("primarily civilians", "official private"),
        ("all civilians", ""),
        ("only militants", ""),
        ("exclusively military personnel", ""),
        ("people, all of them civilians", ""),
        ("the victims were all children", ""),
        ("militants, not civilians", ""),
        ("civils, principalement des femmes", "woman"),
        ("погибшие, в основном дети", "boy girl"),
        ("قتلى معظمهم أطفال", "boy girl"),
    ],
)
def test_words_about_all_or_most_describe_the_victims_as_a_whole(words: str, mostly: str) -> None:
    assert read_people(words).whole
    assert read_people(words).mostly == set(mostly.split())


@pytest.mark.parametrize(
    "words", ["civilians", "all seven militants", "civilians, including women", "8 of them civilians", "people"]
)
def test_a_figure_or_a_part_does_not_describe_the_whole(words: str) -> None:
    assert not read_people(words).whole


def test_most_of_them_narrows_nobody() -> None:
    assert read_people("people, most of them children").demography == EVERYONE
    assert read_people("mostly women and children").demography == EVERYONE


@pytest.mark.parametrize(
    ("words", "including"),
    [
        ("civilians, including women and children", ("women and children",)),
        ("soldiers, including officer-ranked personnel", ("officer-ranked personnel",)),
        ("civilians, women and children among them", ("women and children",)),
        ("people, among them a journalist", ("a journalist",)),
        ("at least 20 civilians, 8 of them children", ("8 of them children",)),
        ("мирных жителей, в том числе детей", ("детей",)),
        ("civiles, incluidos niños", ("niños",)),
        ("civilians, including the mayor's sons", ("the mayor’s sons",)),
        ("civilians", ()),
    ],
)
def test_included_parts_are_kept_as_words(words: str, including: tuple[str, ...]) -> None:
    assert read_people(words).including == including


def test_actors_nations_and_unknown_words_are_kept_unread() -> None:
    assert read_people("Afghan Taliban soldiers").unread == ("Afghan", "Taliban")
    assert read_people("blorped soldiers").unread == ("blorped",)
    assert read_people("refugees from Waziristan").unread == ("Waziristan",)


@pytest.mark.parametrize("words", ["terrorists' relatives", "relatives of terrorists", "terrorists’ relatives"])
def test_whose_relatives_they_were_is_kept_unread(words: str) -> None:
    assert read_people(words).unread == ("terrorists",)


def test_things_are_not_people() -> None:
    assert read_people("Leopard tanks").materiel and read_people("families").materiel
    assert not read_people("tank crews").materiel and not read_people("vehicles and soldiers").materiel


def test_armed_and_civilian_hold_only_for_everyone_counted() -> None:
    assert armed(read_people("police")) and not armed(read_people("militants and civilians"))
    assert civilian(read_people("children")) and not civilian(read_people("people"))
    assert not armed(read_people("tanks")) and not civilian(read_people("tanks"))


# words | relation of the first to the second | words
PAIRS = """
Pakistani soldiers | equal | soldiers
23 soldiers | equal | 24 troops
militants | equal | insurgents
fighters | equal | jihadists
Taliban and affiliated fighters | equal | militants
Afghans | equal | people
civilians | equal | non-combatants
no civilians | equal | civilians
terrorists' relatives | equal | relatives of terrorists
Fazlullah | equal | Mullah Fazlullah
women and children | equal | children and women
posts | equal | outposts
мирные жители | equal | civilians
مدنيين | equal | civils
ሰላማዊ ሰዎች | equal | civilians
քաղաքացիական անձինք | equal | civilians
आम नागरिकों | equal | civilians
عام شہری | equal | civilians
民間人 | equal | civilians
민간인 | equal | civilians
civili | equal | цивила
raia | equal | fararen hula
warga sipil | equal | mülki şəxs
ወታደሮች | equal | soldiers
զինծառայողներ | equal | żołnierzy
στρατιώτες | equal | vojnika
兵士 | equal | 군인
士兵 | equal | soldados
military and police personnel | equal | soldiers and policemen
two members of the group | equal | people
schoolchildren | part | people
children | part | people
schoolchildren | part | children
132 schoolchildren | part | students
children | part | civilians
women | part | civilians
women | part | women and children
women and children | part | civilians
girls | part | women and girls
soldiers | part | security personnel
officers | part | soldiers
a colonel | part | officers
peacekeepers | part | soldiers
soldiers | part | soldiers and police
TTP leaders | part | militants
senior members of the TTP | part | militants
foreign fighters | part | militants
suicide bombers | part | fighters
refugees | part | civilians
aid workers | part | civilians
doctors | part | patients, doctors and displaced people
patients, doctors and displaced people | part | civilians
officials | part | civilians
Chinese nationals | part | people
Hakimullah Mehsud | part | Mehsud
General Qasem Soleimani | part | Qasem Soleimani
tanks | part | armoured vehicles
police | part | policemen and a civilian
soldiers | disjoint | civilians
militants | disjoint | civilians
insurgents | disjoint | women and children
Pakistani soldiers | disjoint | Taliban fighters
children | disjoint | soldiers
officials | disjoint | militants
tanks | disjoint | soldiers
tanks | disjoint | villages
Hakimullah Mehsud | disjoint | Noor Wali Mehsud
militants, not civilians | disjoint | primarily civilians
non-civilians | disjoint | civilians
not civilians | disjoint | civilians
refugees | overlap | children
journalists | overlap | aid workers
men | overlap | civilians
Chinese nationals | overlap | engineers
soldiers and civilians | overlap | militants and civilians
crew members | overlap | civilians
crew members | disjoint | passengers
nurses | disjoint | patients
teachers | disjoint | pupils
hostages | overlap | soldiers
Khalil Haqani | overlap | Khalil Haqqani
"""
RELATIONS = [[cell.strip() for cell in line.split(" | ")] for line in PAIRS.strip().splitlines()]
CONVERSE = {Relation.PART: Relation.WHOLE, Relation.WHOLE: Relation.PART}


@pytest.mark.parametrize(("a", "relation", "b"), RELATIONS, ids=[" / ".join(row) for row in RELATIONS])
def test_two_claims_count_the_same_people_a_part_or_others(a: str, relation: str, b: str) -> None:
    one, other = read_people(a), read_people(b)
    expected = Relation(relation)
    assert compare_people(one, other) is expected
    assert compare_people(other, one) is CONVERSE.get(expected, expected)


NOUNS = sorted(
    {
        noun.strip()
        for entry in data("claims", "people.yaml")["people"]
        for kind in ("nouns", "plurals")
        for noun in entry.get(kind, "").split(",")
        if noun.strip()
    }
)
THINGS = [n for entry in data("claims", "people.yaml")["things"] for n in entry["nouns"].split(",")]
PHRASES = st.one_of(
    st.sampled_from(NOUNS),
    st.lists(st.sampled_from(NOUNS), min_size=1, max_size=3).map(" and ".join),
    st.tuples(st.sampled_from(["senior", "female", "former", "civilian", "armed"]), st.sampled_from(NOUNS)).map(
        " ".join
    ),
)


def test_the_lexicon_is_versioned_and_broad() -> None:
    assert data("claims", "people.yaml")["version"] == 1
    assert len(NOUNS) >= 500 and len(THINGS) >= 150


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_of_the_lexicon_is_understood(noun: str) -> None:
    assert read_people(noun).unread == () and not read_people(noun).materiel


@given(st.text(max_size=80), st.text(max_size=12))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_without_an_error(victims: str, status: str) -> None:
    read = read_people(victims, status)
    assert read.boxes and compare_people(read, read) is Relation.EQUAL


@pytest.mark.parametrize("words", ["members of ", "doctors, ", "nurse and cook, all ", "most ", ", among ", "("])
def test_a_whole_document_in_a_cell_is_read_in_its_beginning(words: str) -> None:
    assert read_people(words * 3000).unread[-1] == (words * 3000)[1000:]


@given(PHRASES, PHRASES)
@settings(deadline=None, max_examples=300)
def test_a_relation_seen_from_the_other_side_is_its_converse(a: str, b: str) -> None:
    forth = compare_people(read_people(a), read_people(b))
    assert compare_people(read_people(b), read_people(a)) is CONVERSE.get(forth, forth)


@given(st.sampled_from(NOUNS), st.sampled_from(NOUNS))
@settings(deadline=None, max_examples=200)
def test_what_is_joined_by_and_holds_each_of_the_two(a: str, b: str) -> None:
    both = read_people(f"{a} and {b}")
    assert compare_people(read_people(a), both) in (Relation.PART, Relation.EQUAL)


def test_a_part_of_a_part_is_a_part() -> None:
    people = [read_people(noun) for noun in [*NOUNS[::17], "people", "civilians", "students"]]
    inside = (Relation.PART, Relation.EQUAL)
    within = {(i, j) for i, a in enumerate(people) for j, b in enumerate(people) if compare_people(a, b) in inside}
    chains = [(i, k) for (i, j), (m, k) in itertools.product(within, within) if j == m]
    assert len(chains) > len(people) and all(pair in within for pair in chains)


@pytest.mark.parametrize(
    ("doing", "plain"),
    [
        ("civilians digging trenches", "civilians"),
        ("soldiers manning a checkpoint", "soldiers"),
        ("workers repairing a power line", "workers"),
        ("returning refugees", "refugees"),
    ],
)
def test_what_people_did_does_not_change_who_they_were(doing: str, plain: str) -> None:
    read, bare = read_people(doing), read_people(plain)
    assert (read.boxes, read.materiel) == (bare.boxes, bare.materiel)


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("אזרחים", "civilians"),
        ("נשים וילדים", "women and children"),
        ("חיילים ואזרחים", "soldiers and civilians"),
        ("המחבלים", "militants"),
        ("suspeitos", "suspects"),
        ("подозреваемые", "suspects"),
    ],
)
def test_hebrew_and_suspects_read_as_their_english(words: str, english: str) -> None:
    assert read_people(words).boxes == read_people(english).boxes


@pytest.mark.parametrize(
    "words", ["جميع القتلى مدنيون", "tous civils", "כל ההרוגים אזרחים", "miliciens et soldats, aucun civil"]
)
def test_a_word_about_all_the_dead_is_about_all(words: str) -> None:
    assert read_people(words).whole
