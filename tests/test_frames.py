"""Which words frame one act in opposed ways, and which are only different words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lexicon import data
from reconcile.judge.characterization import opposed, read_frame

OPPOSED = """
retaliatory | unprovoked
retaliatory strikes | an act of aggression
in response to an attack | unprovoked aggression
retaliation for earlier aggression | unprovoked
response to a massacre | provocation
counter-attack | naked aggression
counteroffensive | act of aggression
returned fire | unprovoked
returned fire | fired first
retaliatory | first strike
pre-emptive | aggression
preemptive strike | unprovoked attack
preventive strike | act of aggression
self-defence | aggression
self-defense | unprovoked
acted in self-defence | massacre
self-defence | war crime
self-defence | unjustifiable
self-defence | murder
self defence | genocide
called it a legitimate act of self-defence against terrorists | naked aggression
called it a legitimate act of self-defence against terrorists | a massacre of civilians
defensive | offensive operation
defensive operation | invasion
defence of the homeland | war of aggression
precision strike | indiscriminate
precision strike on militants | massacre of civilians
surgical strikes | carpet bombing
targeted strike | attack on civilians
precision-guided | random shelling
military target | residential building
legitimate military target | hospital
legitimate target | war crime
command centre | hospital
command-and-control centre | school
terrorist hideouts | refugees
strikes on terrorist hideouts | hit homes
training camp | refugee camp
ammunition depot | market
against militants | against civilians
targeted militants | targeting civilians
killed terrorists | killed civilians
weapons cache | wedding party
human shields | indiscriminate bombing
militant compound | civilian house
terrorists | civilians
the militants | innocent villagers
counter-terrorism operation | massacre
anti-terrorist operation | collective punishment
anti-terror operation | state terrorism
counterterrorism raid | genocide
clean operation | slaughter
accident | deliberate
a tragic accident | murder
accident | massacre
accident | war crime
accident | sabotage
accident | terrorist attack
accidental | attack
mistake | intentional
a tragic mistake | deliberate attack
outdated map | deliberately targeted hospital
faulty intelligence | premeditated
misfire | planned
technical failure | shot down
technical failure | sabotage
gas explosion | bombing
malfunction | terrorism
stray shell | deliberate
collateral damage | targeting civilians
collateral damage | massacre
unintended | double tap
friendly fire | murder
friendly fire | enemy fire
suicide | murder
heart attack | torture
inadvertent | wilful
firefight | massacre
fierce battle | massacre
gun battle | execution
clashes | summary execution
killed in action | executed
exchange of fire | unarmed
crossfire | extrajudicial killing
encounter | extrajudicial killing
encounter | fake encounter
police encounter | staged encounter
shootout | murdered
shootout | shot in the head after surrendering
combat | shot in cold blood
firefight | assassination
legitimate police action | massacre
police operation | massacre
police action | war
security operation | summary executions
rescue operation | massacre
peacekeeping | occupation
communal riots | pogrom
riots | massacre
communal violence | genocide
lawful | unlawful
legal | illegal
legitimate | criminal
justified | unjustified
justified | excessive
necessary | unnecessary
proportionate | disproportionate
proportionate | war crime
lawful | disproportionate
lawful | extrajudicial
within the rules | violation of international law
constitutional | coup
military necessity | collective punishment
limited | escalation
focused, measured, non-escalatory | act of war
limited | full-scale
small-scale | all-out
self-defence | act of war
special military operation | invasion
special military operation | full-scale war
special military operation | act of aggression
liberation | occupation
liberated city | occupied city
liberation | fall of the city
liberated | conquered
reunification | annexation
humanitarian intervention | invasion
fraternal assistance | invasion
stabilisation mission | occupation
internal affair | foreign aggression
internal matter | invasion
civil war | foreign intervention
internal conflict | cross-border incursion
evacuation | surrender
evacuation | forced deportation
evacuation of children | abduction
evacuation | kidnapping
withdrawal | rout
goodwill gesture | retreat
goodwill gesture | repelled
goodwill gesture | defeat
regrouping | retreat
tactical withdrawal | retreat
planned withdrawal | fled
redeployment | driven out
successful | failed
successful | repelled
victory | defeat
captured | repulsed
mission accomplished | fiasco
breakthrough | foiled
genuine | staged
authentic | fabricated
massacre | staged
massacre | a hoax
chemical attack | false flag
war crime | fabrication
genuine | propaganda
peaceful protest | riot
peaceful demonstrators | violent mob
unarmed | armed
non-violent | insurrection
popular uprising | coup
revolution | coup d'état
revolution | putsch
war of independence | mutiny
uprising | riots
uprising | terrorism
stampede | shooting at a crowd
stampede | opened fire on the crowd
crush | massacre
arrest | abduction
arrested | kidnapped
detained | enforced disappearance
prisoners of war | hostages
detention | hostage-taking
guests | hostages
hostage-taking | rescue
voluntary departure | forced displacement
humanitarian corridor | ethnic cleansing
relocation | ethnic cleansing
resettlement | expulsion
voluntary migration | deportation
enhanced interrogation | torture
treated humanely | torture
counter-insurgency operation | genocide
clearance operation | ethnic cleansing
resistance operation | terror attack
martyrdom operation | terrorist attack
armed struggle | terrorism
martyrs | terrorists
freedom fighters | terrorists
crackdown on peaceful protesters | suppression of riots
opened fire on peaceful protesters | an armed mob
spontaneous protest | premeditated attack
killed while trying to escape | executed
unprovoked | justified
a measured response | an act of aggression
accident | foul play
baseless | genocide
mutual combat | massacre
suicide | poisoned
rescue of children | deportation
warning shots | shooting at a crowd
an isolated incident | systematic
a just war | an unjust war
lawful interdiction | piracy
peaceful gathering | unlawful assembly
anti-partisan operation | massacre
protection of compatriots | invasion
volunteers | mercenaries
local volunteers | foreign troops
"""

ALIKE = """
retaliatory | massacre
retaliatory | disproportionate
retaliatory | successful
retaliatory | deliberate
retaliatory | a precision strike
retaliatory | indiscriminate
retaliatory | escalation
retaliatory | pre-emptive
retaliatory | war crime
retaliatory | in response to an attack
retaliatory | accident
retaliatory | massive
retaliatory | self-defence
pre-emptive | first strike
pre-emptive | deliberate
unprovoked | indiscriminate
unprovoked | aggression
unprovoked | provocation
unprovoked | massacre
unprovoked | deliberate
unprovoked | without provocation
unprovoked | full-scale
unprovoked | war crime
unprovoked | brutal
unprovoked | surprise
brutal | deliberate
brutal | retaliatory
barbaric | lawful
heinous | accident
cowardly | heroic
tragic | deliberate
tragic | massacre
a tragedy | war crime
massacre | genocide
massacre | war crime
massacre | execution
massacre | murder
massacre | pogrom
massacre | atrocity
massacre | indiscriminate
massacre | deliberate
massacre | terrorist attack
massacre | ethnic cleansing
massacre | aggression
genocide | ethnic cleansing
genocide | war
terrorist attack | war crime
terrorist attack | deliberate
terrorist attack | murder
terrorist attack | sabotage
successful | deliberate
successful | retaliatory
successful | massacre
successful | precision strike
successful | aggression
repelled | retreat
repelled | failed
successfully repelled | repelled
surrender | retreat
surrender | captured
surrender | defeat
withdrawal | retreat
withdrew | pulled out
evacuation | withdrawal
evacuation | rescue
retreat | rout
liberation | captured
liberation | victory
liberated | retaliatory
occupation | annexation
occupation | invasion
invasion | incursion
invasion | offensive
invasion | war
invasion | aggression
invasion | retaliatory
special military operation | retaliatory
special military operation | successful
special military operation | liberation
precision strike | deliberate
precision strike | retaliatory
precision strike | massive
precision strike | accident
targeted killing | assassination
targeted killing | murder
assassination | murder
mistake | accident
mistake | collateral damage
mistake | shot down
mistake | disproportionate
accident | tragic
friendly fire | mistake
friendly fire | accident
technical failure | accident
collateral damage | retaliatory
collateral damage | hospital
battle | clash
battle | successful
battle | retaliatory
firefight | self-defence
clash | provocation
crossfire | friendly fire
encounter | shootout
killed in action | martyrs
killed in action | accident
lawful | retaliatory
lawful | self-defence
lawful | precision strike
unlawful | disproportionate
unlawful | aggression
illegal | brutal
proportionate | retaliatory
proportionate | illegal
disproportionate | indiscriminate
disproportionate | self-defence
justified | retaliatory
limited | precision strike
escalation | provocation
escalation | aggression
act of war | retaliatory
genuine | massacre
staged | false flag
fabricated | provocation
peaceful protest | uprising
peaceful protest | massacre
peaceful protest | revolution
riot | mob violence
riot | coup
coup | mutiny
uprising | insurrection
uprising | rebellion
stampede | accident
hostage-taking | abduction
hostage-taking | terrorist attack
arrest | police operation
deportation | ethnic cleansing
deportation | abduction
prisoners | arrested
resistance | uprising
martyrs | freedom fighters
martyrs | massacre
mercenaries | terrorists
internal affair | civil war
foreign aggression | invasion
command centre | terrorist camp
hospital | school
hospital | refugees
a crime scene | lawful
Ministry of Defence | aggression
self-defence forces | aggression
the Liberation Front | occupation
Liberation Tigers | occupation
in occupied Donetsk | liberation
an emergency response | unprovoked
battle tanks | massacre
war crimes tribunal | lawful
flawlessly executed operation | battle
executed a precision strike | battle
the response team | aggression
false statement | genuine
so-called liberation | occupation
so-called special military operation | invasion
an alleged massacre | accident
a deliberate accident | deliberate
a shelling | an explosion
heavy losses | victory
shelling | bombardment
limited to bases | act of aggression
historic | unprecedented
legalistic | unlawful
successor | failed
warehouse | military target
Route 6 | withdrawal
flight MH17 | withdrawal
to prevent a massacre | accident
intervention to stop genocide | genocide
response to unprovoked aggression | retaliatory
retaliation for the massacre | battle
counter-terrorism operation | lawful
counter-terrorism operation | self-defence
counter-terrorism operation | precision strike
counter-terrorism operation | unprovoked
anti-terrorist campaign | justified
deported | arrested
terrorists | terrorist attack
firefighters | massacre
marketing | military target
in the Pacific | riot
an act of violence | a brutal act
ceasefire violation | retaliation
spontaneous | deliberate
an unfortunate incident | massacre
militants killed | civilians killed
reprisals against civilians | retaliatory
systematic | deliberate
hunger strike | precision strike
air defence | aggression
"""

NEGATED_OPPOSED = """
not indiscriminate | indiscriminate
not indiscriminate | carpet bombing
not deliberate | deliberate
never deliberate | intentional
never a deliberate attack | premeditated
was not an accident | accident
no accident | accident
not a massacre | massacre
no massacre took place | a massacre
there was no massacre | slaughter
not retaliatory | in retaliation
not in self-defence | self-defence
not a war crime | war crime
did not target civilians | targeted civilians
didn't target civilians | targeting civilians
neither proportionate nor lawful | lawful
neither lawful nor proportionate | proportionate
not justified | justified
without any legal justification | justified
cannot be justified | justified
not legitimate | legitimate
far from proportionate | proportionate
denied it was a genocide | genocide
not a military target | military target
no military target | command centre
not staged | staged
not staged | fabricated
not genuine | authentic
unsuccessful | successful
not a success | successful
not peaceful | peaceful
unarmed | not unarmed
not unprovoked | unprovoked
not unprovoked | aggression
not a surrender | surrender
not liberation but occupation | liberation
a battle, not a massacre | massacre
not a battle but a massacre | a battle
non-lethal | lethal
not heroic | heroic
not limited | limited
not an invasion | invasion
not terrorism | terrorist attack
not proportionate | proportionate
"""

NEGATED_ALIKE = """
not a massacre | accident
not a massacre | deliberate
not a massacre | battle
not a war crime | massacre
not self-defence | retaliatory
not retaliatory | pre-emptive
not retaliatory | unprovoked
not deliberate | accident
not indiscriminate | precise
not unlawful | lawful
not an accident | deliberate
not a surrender | retreat
not a surrender | evacuation
not only deliberate but brutal | deliberate
not just a mistake but a war crime | war crime
nothing less than a massacre | massacre
nothing short of genocide | genocide
nothing but aggression | aggression
without provocation | provocation
no provocation | unprovoked
without warning | deliberate
no military target in a residential area | civilian target
not a battle but a massacre | massacre
non-combatants | civilians
not unprovoked | retaliatory
not successful | failed
no longer peaceful | peaceful
"""

ELSEWHERE = """
ответный удар | неспровоцированная агрессия
в ответ на агрессию | неспровоцированное нападение
высокоточный удар | неизбирательный обстрел
освобождение | оккупация
специальная военная операция | вторжение
жест доброй воли | отступление
постановка | резня
эвакуация | сдача в плен
несчастный случай | преднамеренный
не преднамеренно | преднамеренно
военные объекты | жилые дома
спецоперация | вторгнення
визволення | окупація
евакуація | депортація
точковий удар | невибірковий обстріл
військовий об'єкт | лікарня
رد على العدوان | عدوان غاشم
مجزرة | معركة
تحرير المدينة | احتلال
ضربات دقيقة | قصف عشوائي
أهداف عسكرية | مستشفى
الدفاع عن النفس | العدوان
خطأ | متعمد
ليس متعمدا | متعمد
مقاومة | إرهاب
هجوم إرهابي | عملية استشهادية
représailles | agression
légitime défense | crime de guerre
frappe chirurgicale | bombardement indiscriminé
erreur | délibéré
libération | occupation
« combats » | un massacre
n'est pas délibéré | délibéré
represalia | agresión no provocada
legítima defensa | masacre
enfrentamiento | ejecución extrajudicial
combate | falso positivo
accidente | atentado terrorista
retirada ordenada | desbandada
liberación | ocupación
תגובה | תוקפנות
הגנה עצמית | טבח
תאונה | במכוון
יעד צבאי | בית חולים
שחרור | כיבוש
دفاع مشروع | تجاوز
انتقام | تجاوز
اشتباه | عمدی
عمدی نبود | عمدی
آزادسازی | اشغال
مقاومت | تروریسم
misilleme | saldırganlık
meşru müdafaa | katliam
kaza | kasıtlı
çatışma | infaz
kurtuluş | işgal
katliam değil | katliam
barış harekatı | işgal
自卫反击 | 侵略
解放 | 占领
误炸 | 蓄意
精确打击 | 滥杀滥伤
交火 | 屠杀
军事目标 | 医院
不是故意 | 故意
革命 | 政变
Vergeltung | Angriffskrieg
Notwehr | Massaker
Präzisionsschlag | wahllos
Befreiung | Besatzung
Unfall | vorsätzlich
nicht vorsätzlich | vorsätzlich
Gefecht | Hinrichtung
retaliação | agressão
legítima defesa | massacre
erro | deliberado
confronto | execução
libertação | ocupação
self-defence | агрессия
massacre | مواجهة مسلحة
"""

ELSEWHERE_ALIKE = """
резня | геноцид
ответный удар | резня
مجزرة | جريمة حرب
حادث | متعمد
massacre | génocide
represalia | masacre
l'armée | manifestation pacifique
טבח | רצח עם
katliam | soykırım
屠杀 | 种族灭绝
非法 | 侵略
Massaker | Völkermord
вторжение | агрессия
انقلاب | ثورة شعبية
"""


def pairs(table: str) -> list[tuple[str, str]]:
    rows = [line.split(" | ") for line in table.strip().splitlines()]
    return [(one.strip(), two.strip()) for one, two in rows]


def frames(*tables: str) -> list[str]:
    return sorted({word for table in tables for pair in pairs(table) for word in pair})


KNOWN = frames(OPPOSED, ALIKE, NEGATED_OPPOSED, NEGATED_ALIKE, ELSEWHERE, ELSEWHERE_ALIKE)
ANY_WORDS = st.one_of(
    st.sampled_from(KNOWN),
    st.text(max_size=40),
    st.lists(st.sampled_from([*KNOWN, "not", "never", "no", "but", ",", "so-called"]), max_size=4).map(" ".join),
)


@pytest.mark.parametrize(("one", "two"), pairs(OPPOSED))
def test_frames_at_opposite_poles_are_opposed(one: str, two: str) -> None:
    assert opposed(one, two) is not None
    assert opposed(one, two) == opposed(two, one)


@pytest.mark.parametrize(("one", "two"), pairs(ALIKE))
def test_frames_that_can_both_fit_are_not_opposed(one: str, two: str) -> None:
    assert (opposed(one, two), opposed(two, one)) == (None, None)


@pytest.mark.parametrize(("one", "two"), pairs(NEGATED_OPPOSED))
def test_a_denial_opposes_what_it_denies(one: str, two: str) -> None:
    assert opposed(one, two) is not None
    assert opposed(one, two) == opposed(two, one)


@pytest.mark.parametrize(("one", "two"), pairs(NEGATED_ALIKE))
def test_a_denial_says_no_more_than_it_denies(one: str, two: str) -> None:
    assert (opposed(one, two), opposed(two, one)) == (None, None)


@pytest.mark.parametrize(("one", "two"), pairs(ELSEWHERE))
def test_common_words_of_other_languages_are_opposed(one: str, two: str) -> None:
    assert opposed(one, two) is not None
    assert opposed(one, two) == opposed(two, one)


@pytest.mark.parametrize(("one", "two"), pairs(ELSEWHERE_ALIKE))
def test_common_words_of_other_languages_that_can_both_fit(one: str, two: str) -> None:
    assert (opposed(one, two), opposed(two, one)) == (None, None)


@given(ANY_WORDS, ANY_WORDS)
def test_opposition_is_symmetric_and_never_raises(one: str, two: str) -> None:
    assert opposed(one, two) == opposed(two, one)


@given(ANY_WORDS)
def test_a_frame_never_opposes_itself(words: str) -> None:
    assert opposed(words, words) is None


@given(
    st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.sampled_from(["“{}”", '"{}"', "‘{}’", "«{}»", "({})", " {} "])
)
def test_quotation_marks_change_nothing(one: str, two: str, quoted: str) -> None:
    assert opposed(quoted.format(one), two) == opposed(one, two)


@given(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.sampled_from(["a ", "an ", "the ", "The "]))
def test_an_article_changes_nothing(one: str, two: str, article: str) -> None:
    assert opposed(article + one, two) == opposed(one, two)


@given(st.sampled_from(KNOWN), st.sampled_from([str.upper, str.title, str.lower]))
def test_capitals_change_nothing(words: str, change: object) -> None:
    assert callable(change)
    assert read_frame(change(words)) == read_frame(words)


def test_hyphens_change_nothing() -> None:
    assert read_frame("self-defence") == read_frame("self defence") == read_frame("self\u2011defense")


def test_a_longer_phrase_is_read_instead_of_the_words_in_it() -> None:
    assert ("legality", "a") not in read_frame("unlawful killing")
    assert read_frame("crime scene") == frozenset()
    assert ("intent", "b") in read_frame("war crime")
    assert ("intent", "b") not in read_frame("crime")


def test_a_frame_at_both_poles_of_a_dimension_opposes_neither() -> None:
    assert opposed("a mistake that was deliberate", "deliberate") is None
    assert opposed("a mistake that was deliberate", "mistake") is None


def test_what_an_act_answers_is_not_the_act() -> None:
    assert read_frame("retaliation for unprovoked aggression") == read_frame("retaliation")
    assert opposed("in response to attacks on civilians, but indiscriminate", "precision strike") == "target"


def test_every_concept_stands_at_one_pole_of_a_dimension_at_most_and_every_name_is_known() -> None:
    shipped = data("reconcile", "frames.yaml")
    dimensions = shipped["dimensions"].items()
    used = [(name, concept) for name, sides in dimensions for side in sides.values() for concept in side]
    assert len(used) == len(set(used))
    assert {concept for _, concept in used} == set(shipped["concepts"])
    denied = shipped["denied_means"]
    assert {*denied, *denied.values()} <= set(shipped["concepts"])
