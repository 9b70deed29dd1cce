"""Who is meant by a name: states and their bodies, groups, third parties, and words that name nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.actors import Actor, Registry, RegistryError, Relation, default_registry, load_registry

NOBODY = None

SPEAKERS: list[tuple[str, int | None, str | None]] = [
    # Pakistan and Afghanistan
    ("Pakistan", None, "pakistan"),
    ("Islamabad", 2025, "pakistan"),
    ("The Pakistani government", 2023, "pakistan"),
    ("Pakistani officials", None, "pakistan"),
    ("The Pakistani military", 2025, "pakistan/forces"),
    ("Pakistan's army", 2025, "pakistan/forces"),
    ("Pakistan’s army", 2025, "pakistan/forces"),
    ("the Pakistan Armed Forces", 2014, "pakistan/forces"),
    ("A Pakistani military official", 2014, "pakistan/forces"),
    ("a spokesman for Pakistan’s military", 2024, "pakistan/forces"),
    ("Pakistani military’s media wing", 2025, "pakistan/forces"),
    ("ISPR", 2025, "pakistan/forces"),
    ("Inter-Services Public Relations (ISPR)", 2025, "pakistan/forces"),
    ("Pakistani foreign office", 2014, "pakistan/foreign-ministry"),
    ("Ministry of Foreign Affairs of Pakistan", 2024, "pakistan/foreign-ministry"),
    ("Pakistani Interior Minister Mohsin Naqvi", 2025, "pakistan/interior-ministry"),
    ("Mohsin Naqvi, Pakistan's interior minister", 2025, "pakistan/interior-ministry"),
    ("Prime Minister Shehbaz Sharif", 2025, "pakistan"),
    ("Pakistan Army's Special Services Group (SSG) special forces", 2014, "pakistan/special-forces"),
    ("Pakistan Air Force", 1971, "pakistan/air-force"),
    ("پاکستان", None, "pakistan"),
    ("Kabul", 2025, "afghanistan-taliban"),
    ("Afghan officials", 2014, "afghanistan-republic"),
    ("Afghan officials", 2024, "afghanistan-taliban"),
    ("Afghan army", 2009, "afghanistan-republic/forces"),
    ("the Afghan Defence Ministry", 2024, "afghanistan-taliban/defence-ministry"),
    ("the Afghan Defense Ministry", 2024, "afghanistan-taliban/defence-ministry"),
    ("the Taliban's Defense Ministry", 2025, "afghanistan-taliban/defence-ministry"),
    ("the Afghan government", None, "afghanistan-taliban"),
    ("the Afghan government", 1985, "afghanistan-democratic-republic"),
    ("Afghanistan (Taliban)", 2025, "afghanistan-taliban"),
    ("Afghanistan (Islamic Republic)", 2014, "afghanistan-republic"),
    ("The Taliban", 2025, "afghanistan-taliban"),
    ("The Taliban", 2009, "taliban"),
    ("the Afghan Taliban", 2010, "taliban"),
    ("the Taliban government", 2024, "afghanistan-taliban"),
    ("The Taliban administration’s spokesman, Zabihullah Mujahid", 2025, "afghanistan-taliban"),
    ("the Taliban’s Haqqani network", 2011, "haqqani-network"),
    ("Pakistani Taliban", None, "ttp"),
    ("Pakistan Taliban", None, "ttp"),
    ("Tehrik-i-Taliban Pakistan (TTP)", 2014, "ttp"),
    ("the Tehreek-e-Taliban Pakistan (TTP)", 2024, "ttp"),
    ("seven members of the Tehrik-i-Taliban Pakistan (TTP)", 2014, "ttp"),
    ("TTP leaders operating in Afghanistan", 2025, "ttp"),
    ("A TTP source", 2025, "ttp"),
    ("TTP militants", 2024, "ttp"),
    ("a regional affiliate of the Islamic State", 2024, "islamic-state"),
    ("Islamic State in Khorasan Province", 2021, "islamic-state/khorasan"),
    ("ISIS-K", 2021, "islamic-state/khorasan"),
    ("Tehrik-i-Talban Pakistan", 2014, "ttp"),
    # United States and allies
    ("U.S. drone strike", 2013, "united-states"),
    ("US-led drone strikes", 2009, "united-states"),
    ("the US drone policy", 2011, "united-states"),
    ("US forces", 2010, "united-states/forces"),
    ("US Central Command", 2024, "united-states/forces"),
    ("Pentagon", 2003, "united-states/defence-ministry"),
    ("the Pentagon's spokesman", 2003, "united-states/defence-ministry"),
    ("White House", 2003, "united-states"),
    ("the US State Department", 2020, "united-states/foreign-ministry"),
    ("the US-led coalition", 2016, "us-led-coalition"),
    ("NATO", 1999, "nato"),
    ("ISAF", 2010, "nato/isaf"),
    ("Downing Street", 2003, "united-kingdom"),
    ("the British Ministry of Defence", 1982, "united-kingdom/defence-ministry"),
    ("l'armée française", 2013, "france-republic/forces"),
    # Russia and Ukraine
    ("Ukraine's General Staff", 2023, "ukraine/forces"),
    ("ВСУ", 2023, "ukraine/forces"),
    ("ЗСУ", 2023, "ukraine/forces"),
    ("AFU", 2023, "ukraine/forces"),
    ("SBU", 2023, "ukraine/intelligence"),
    ("Ukraine's 3rd Assault Brigade", 2024, "ukraine/forces"),
    ("Ukrainian President Volodymyr Zelensky", 2022, "ukraine"),
    ("the Kremlin", 2022, "russia"),
    ("the Kremlin", 1980, "soviet-union"),
    ("Moscow", 1956, "soviet-union"),
    ("Минобороны РФ", 2023, "russia/defence-ministry"),
    ("российские войска", 2022, "russia/forces"),
    ("Генштаб ВСУ", 2022, "ukraine/forces"),
    ("украинские военные", 2022, "ukraine/forces"),
    ("FSB", 2004, "russia/intelligence"),
    ("Russia's defence ministry spokesman Igor Konashenkov", 2022, "russia/defence-ministry"),
    ("pro-Russian separatists", 2014, "donbas-separatists"),
    ("Russian-backed separatists", 2014, "donbas-separatists"),
    ("Russian-backed rebels in eastern Ukraine", 2014, "donbas-separatists"),
    ("self-proclaimed Donetsk People's Republic", 2014, "donbas-separatists/dpr"),
    ("Russian Wagner Group", 2022, "wagner"),
    ("Russian-installed officials", 2022, "russia"),
    # Israel, Palestine, Lebanon
    ("IDF", 2023, "israel/forces"),
    ("IDF spokesman Daniel Hagari", 2023, "israel/forces"),
    ("the Israeli military", 2014, "israel/forces"),
    ("צה״ל", 2023, "israel/forces"),
    ("الجيش الإسرائيلي", 2023, "israel/forces"),
    ("Gaza's Hamas-run health ministry", 2023, "hamas/health-ministry"),
    ("the Hamas-run health ministry in Gaza", 2023, "hamas/health-ministry"),
    ("Gaza Health Ministry", 2023, "hamas/health-ministry"),
    ("health officials in Gaza", 2023, "hamas/health-ministry"),
    ("Palestinian group Hamas", 2009, "hamas"),
    ("حركة حماس", 2023, "hamas"),
    ("Hamas's armed wing, the Qassam Brigades", 2023, "hamas/qassam"),
    ("Palestinian Authority", 2005, "palestinian-authority"),
    ("the Palestinian health ministry in Ramallah", 2023, "palestinian-authority/health-ministry"),
    ("Lebanon's Hezbollah", 2006, "hezbollah"),
    ("Iran-backed Hezbollah", 2024, "hezbollah"),
    ("Lebanese army", 2007, "lebanon/forces"),
    # Yemen and the Gulf
    ("Houthi", 2019, "houthis"),
    ("Iran-backed Houthi rebels", 2019, "houthis"),
    ("Houthi military spokesman Yahya Saree", 2019, "houthis"),
    ("Houthi-run health ministry", 2019, "houthis/health-ministry"),
    ("Saudi-led coalition", 2016, "saudi-led-coalition"),
    ("the internationally recognised Yemeni government", 2018, "yemen"),
    # Syria, Iraq, Iran, Turkey
    ("Syrian army", 2013, "syria-assad/forces"),
    ("the Syrian government", 2013, "syria-assad"),
    ("the Syrian government", 2025, "syria-transitional"),
    ("Damascus", 2012, "syria-assad"),
    ("Syrian Democratic Forces (SDF)", 2017, "sdf"),
    ("PKK/YPG", 2018, "sdf/ypg"),
    ("Turkish Defence Ministry", 2018, "turkey/defence-ministry"),
    ("Türk Silahlı Kuvvetleri", 2018, "turkey/forces"),
    ("Iraqi army", 1988, "iraq-baath/forces"),
    ("Iraqi Security Forces", 2016, "iraq-republic/security-forces"),
    ("الحشد الشعبي", 2016, "pmf"),
    ("Iraq's Popular Mobilisation Forces", 2016, "pmf"),
    ("Tehran", 1988, "iran"),
    ("IRGC", 2020, "iran/irgc"),
    ("Iran's Revolutionary Guards", 2020, "iran/irgc"),
    ("Islamic State", 2015, "islamic-state"),
    ("IS", 2015, "islamic-state"),
    ("داعش", 2015, "islamic-state"),
    # Sudan, Ethiopia, Somalia
    ("الجيش السوداني", 2023, "sudan/forces"),
    ("القوات السودانية", 2023, "sudan/forces"),
    ("the 53rd brigade of the Sudanese army", 2023, "sudan/forces"),
    ("SAF", 2023, "sudan/forces"),
    ("RSF", 2023, "rsf"),
    ("the paramilitary Rapid Support Forces (RSF)", 2023, "rsf"),
    ("قوات الدعم السريع", 2023, "rsf"),
    ("South Sudan's army", 2014, "south-sudan/forces"),
    ("Ethiopian National Defence Force", 2021, "ethiopia-federal/forces"),
    ("the Ethiopian government", 1985, "ethiopia-derg"),
    ("TPLF", 2021, "tplf"),
    ("Eritrean troops", 2021, "eritrea/forces"),
    ("Somalia's al-Shabaab", 2017, "al-shabaab"),
    ("Al Shabab", 2017, "al-shabaab"),
    ("les shebab", 2017, "al-shabaab"),
    ("Somali National Army", 2022, "somalia/forces"),
    ("Kenya Defence Forces", 2016, "kenya/forces"),
    # Central and West Africa
    ("alleged Rwandan-backed M23", 2025, "m23"),
    ("M23 rebels", 2012, "m23"),
    ("FARDC", 2012, "dr-congo/forces"),
    ("the Congolese army", 2012, "dr-congo/forces"),
    ("Rwandan Patriotic Front", 1994, "rpf"),
    ("l'armée malienne", 2022, "mali/forces"),
    ("les Forces armées maliennes (FAMa)", 2022, "mali/forces"),
    ("JNIM", 2022, "jnim"),
    ("Nigerian military", 2015, "nigeria/forces"),
    ("Boko Haram militants", 2014, "boko-haram"),
    ("Police (Côte d'Ivoire)", 2011, "ivory-coast/police"),
    ("Gendarmerie (Côte d'Ivoire)", 2011, "ivory-coast/paramilitary"),
    ("Forces Nouvelles (FN)", 2011, "forces-nouvelles"),
    ("Ambazonian separatists", 2020, "ambazonia"),
    # Libya, Algeria, Western Sahara
    ("Libyan government", 2011, "libya-gaddafi"),
    ("Tripoli", 2019, "libya-gna"),
    ("Haftar's forces", 2019, "lna"),
    ("forces loyal to Khalifa Haftar", 2019, "lna"),
    ("Polisario Front", 2020, "polisario"),
    ("FLN", 1957, "fln"),
    # Balkans and the Caucasus
    ("Belgrade", 1999, "yugoslavia"),
    ("Belgrade", 2015, "serbia"),
    ("the Yugoslav army", 1999, "yugoslavia/forces"),
    ("KLA", 1999, "kla"),
    ("Bosnian Serb army", 1995, "republika-srpska/forces"),
    ("Bosnia and Herzegovina", 1995, "bosnia"),
    ("HVO", 1993, "herzeg-bosnia/forces"),
    ("Azerbaijan's Ministry of Defence", 2020, "azerbaijan/defence-ministry"),
    ("Artsakh Defence Army", 2020, "artsakh/forces"),
    ("South Ossetia", 2008, "south-ossetia"),
    ("Chechen rebels", 1999, "ichkeria"),
    # Asia
    ("Sri Lankan military", 2009, "sri-lanka/forces"),
    ("Tamil Tigers", 2009, "ltte"),
    ("India's Ministry of External Affairs", 2025, "india/foreign-ministry"),
    ("Indian Army", 1999, "india/forces"),
    ("Indian Maoists", 2010, "naxalites"),
    ("the Tatmadaw", 2021, "myanmar/forces"),
    ("Myanmar's military junta", 2022, "myanmar/forces"),
    ("Arakan Army", 2024, "arakan-army"),
    ("Viet Cong", 1968, "viet-cong"),
    ("North Vietnamese Army", 1968, "north-vietnam/forces"),
    ("Hanoi", 1968, "north-vietnam"),
    ("Khmer Rouge", 1975, "khmer-rouge"),
    ("中国人民解放军", 2020, "china/forces"),
    ("Thai army", 2025, "thailand/forces"),
    ("Cambodia's defence ministry", 2025, "cambodia-prk/defence-ministry"),
    ("Abu Sayyaf", 2002, "abu-sayyaf"),
    ("Philippine military", 2017, "philippines/forces"),
    ("Indonesian troops", 1999, "indonesia/forces"),
    # Americas, older wars
    ("FARC guerrillas", 2003, "farc"),
    ("Ejército Nacional de Colombia", 2003, "colombia/forces"),
    ("el ejército colombiano", 2003, "colombia/forces"),
    ("Sendero Luminoso", 1985, "shining-path"),
    ("Argentine junta", 1982, "argentina"),
    ("Wehrmacht", 1943, "germany-nazi/forces"),
    ("Nazi Germany", 1941, "germany-nazi"),
    ("Red Army", 1943, "soviet-union/forces"),
    ("Viet Minh", 1950, "viet-minh"),
    ("Mau Mau rebels", 1953, "mau-mau"),
    ("Provisional IRA", 1972, "ira"),
    ("ETA", 1987, "eta"),
    # a speaker told from those spoken to or about
    ("an Israeli official told Reuters", 2023, "israel"),
    ("US embassy in Kabul", 2018, "united-states/foreign-ministry"),
    ("officials in Islamabad", 2025, "pakistan"),
    ("UN officials in Kabul", 2025, "un"),
    ("Russian forces in Syria", 2017, "russia/forces"),
    ("Israel's army and police", 2023, "israel"),
    # third parties, whatever state their name holds
    ("AFP", None, "afp"),
    ("Reuters", None, "reuters"),
    ("BBC", None, "bbc"),
    ("Al Jazeera", None, "al-jazeera"),
    ("SOHR", 2015, "sohr"),
    ("Syrian Observatory for Human Rights", 2015, "sohr"),
    ("UN", None, "un"),
    ("a 2024 UN report", 2024, "un"),
    ("UNAMA", 2018, "un/unama"),
    ("Amnesty International", None, "amnesty-international"),
    ("Human Rights Watch", None, "human-rights-watch"),
    ("Red Cross", None, "icrc"),
    ("Afghan Analysts Network", 2020, "afghan-analysts-network"),
    ("Sudan Doctors Network", 2024, "sudan-doctors-network"),
    ("Houthi-run Al-Masirah TV", 2019, "al-masirah"),
    ("TASS", 2022, "tass"),
    ("Syrian state media", 2013, "syria-assad/state-media"),
    ("WHO", 2023, "un/who"),
    ("GlobalSecurity.org", None, "globalsecurity"),
    ("the Centre for Research and Security Studies", 2025, "crss"),
    # words that name nobody, or people who do not speak for a state
    ("local officials", 2024, NOBODY),
    ("a hospital source", 2024, NOBODY),
    ("witnesses", 2024, NOBODY),
    ("Residents from the local area", 2024, NOBODY),
    ("four security officials who chose to remain anonymous", 2024, NOBODY),
    ("a drone strike", 2014, NOBODY),
    ("the government", 2014, NOBODY),
    ("Insurgents from Pakistan and Afghanistan", 2014, NOBODY),
    ("Iran-backed militia", 2020, NOBODY),
    ("an Iran-aligned militia in Iraq", 2020, NOBODY),
    ("militia backed by Iran", 2020, NOBODY),
    ("Ethiopian rebels", 1989, NOBODY),
    ("Ukrainian refugees", 2022, NOBODY),
    ("Gazans", 2023, NOBODY),
    ("Palestinians in Gaza", 2023, NOBODY),
    ("the Palestinians", 2014, NOBODY),
    ("Israelis", 2014, NOBODY),
    ("Afghans", 2013, NOBODY),
    ("Palestiniens", 2014, NOBODY),
    ("украинцы", 2022, NOBODY),
    ("русские", 2022, NOBODY),
    ("the Russians' spokesman", 2022, "russia"),
    ("Laos", 2022, "laos"),
    ("Bosnian Serbs", 1993, "republika-srpska"),
    # the police of a province that two states have
    ("Azad Kashmir police", 2024, "pakistan/police"),
    ("AJK police", 2024, "pakistan/police"),
    ("Azad Jammu and Kashmir police", 2024, "pakistan/police"),
    ("Gilgit-Baltistan police", 2024, "pakistan/police"),
    ("Balochistan police officials", 2024, "pakistan/police"),
    ("Pakistan-occupied Kashmir police", 2024, "pakistan/police"),
    ("Jammu and Kashmir Police", 2024, "india/police"),
    ("Indian-occupied Kashmir police", 2024, "india/police"),
    ("Indian Punjab police", 2024, "india/police"),
    ("Pakistan's Punjab police", 2024, "pakistan/police"),
    ("Punjab Police", 2024, NOBODY),
    ("Kashmir police", 2024, NOBODY),
    ("Afghan civilians", 2024, NOBODY),
    ("Pakistani villagers", 2014, NOBODY),
    ("Sudanese opposition", 2020, NOBODY),
    ("a Pakistani analyst", 2025, NOBODY),
    ("Israeli human rights group", 2014, NOBODY),
    ("Ukrainian media", 2022, NOBODY),
    ("Indian newspaper", 2019, NOBODY),
    ("Syrian activists", 2013, NOBODY),
    ("Sudanese Journalists Union", 2023, NOBODY),
    ("Unknown actor (Côte d'Ivoire)", 2011, NOBODY),
    ("anti-Russian partisans", 2023, NOBODY),
    ("Former US ambassador to Afghanistan and Iraq Zalmay Khalilzad", 2025, NOBODY),
    ("Syed Muhammad Ali", 2024, NOBODY),
    ("Ibraheem Bahiss", 2024, NOBODY),
    ("who killed us", None, NOBODY),
    ("Russia and Ukraine", 2022, NOBODY),
    ("", None, NOBODY),
]

VICTIMS: list[tuple[str, int | None, str | None]] = [
    ("Pakistani soldiers", 2025, "pakistan/forces"),
    ("Pakistani security personnel, including a lieutenant colonel and a major", 2025, "pakistan/security-forces"),
    ("Pakistani civilians", 2025, "pakistan"),
    ("53 Ukrainian servicemen", 2022, "ukraine/forces"),
    ("Afghan refugees", 2024, "afghanistan-taliban"),
    ("Afghans", 2013, "afghanistan-republic"),
    ("Taliban and affiliated fighters", 2025, "afghanistan-taliban"),
    ("Taliban” and other fighters", 2025, "afghanistan-taliban"),
    ("fighters with the Taliban and their allies", 2025, "afghanistan-taliban"),
    ("members of the TTP", 2014, "ttp"),
    ("TTP fighters in Afghanistan", 2025, "ttp"),
    ("a senior TTP leader, Ustad Qureshi", 2014, "ttp"),
    ("Mullah Fazlullah", 2018, "ttp"),
    ("former Pakistan PM Benazir Bhutto", 2007, "pakistan"),
    ("Syrian civilians", 2013, "syria"),
    ("Gaza residents", 2023, "palestine"),
    ("people in Gaza", 2023, "palestine"),
    ("Gazans", 2023, "palestine"),
    ("Palestinians in Gaza", 2023, "palestine"),
    ("Palestinians", 2014, "palestine"),
    ("Israeli settlers", 2003, "israel"),
    ("Ethiopian rebels", 2021, None),
    ("Sudanese rebel forces", 2008, None),
    ("Iraqi insurgents", 2005, None),
    ("Palestinian militants", 2014, "palestine"),
    ("Chechen rebels", 2000, "ichkeria"),
    ("civilians from Ukraine", 2022, "ukraine"),
    ("мирные жители Украины", 2022, "ukraine"),
    ("civilians", 2022, NOBODY),
    ("schoolchildren", 2014, NOBODY),
    ("refugees from Waziristan who had fled Pakistan", 2014, NOBODY),
    ("Israelis and Palestinians", 2014, NOBODY),
]


def _id(actor: Actor | None) -> str | None:
    return actor.id if actor else None


@pytest.fixture(scope="module")
def registry() -> Registry:
    return default_registry()


@pytest.mark.parametrize(("text", "year", "expected"), SPEAKERS, ids=lambda value: str(value))
def test_the_words_for_a_speaker_name_the_actor(
    registry: Registry, text: str, year: int | None, expected: str | None
) -> None:
    assert _id(registry.resolve(text, year)) == expected


@pytest.mark.parametrize(("text", "year", "expected"), VICTIMS, ids=lambda value: str(value))
def test_the_words_for_victims_name_whose_people_they_are(
    registry: Registry, text: str, year: int | None, expected: str | None
) -> None:
    assert _id(registry.mention(text, year)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel and the United States", ["israel", "united-states"]),
        ("Fatah; Hamas", ["fatah", "hamas"]),
        ("FDS; Unknown citizens", ["ivory-coast/security-forces"]),
        ("Bosnia and Herzegovina, Croatia", ["bosnia", "croatia"]),
        ("Police (Côte d'Ivoire); Gendarmerie (Côte d'Ivoire)", ["ivory-coast/police", "ivory-coast/paramilitary"]),
        ("TTP / Afghan Taliban / TTP", ["ttp", "afghanistan-taliban"]),
        ("nobody in particular", []),
    ],
    ids=lambda value: str(value),
)
def test_a_list_names_every_actor_once_in_order(registry: Registry, text: str, expected: list[str]) -> None:
    assert [actor.id for actor in registry.resolve_all(text)] == expected


@pytest.mark.parametrize(
    ("text", "year", "side"),
    [
        ("Pakistan's foreign office", 2025, "pakistan"),
        ("Pakistan Air Force", 2025, "pakistan"),
        ("the Taliban's Defense Ministry", 2025, "afghanistan-taliban"),
        ("Islamic State Khorasan", 2024, "islamic-state/khorasan"),
        ("Hamas-run health ministry", 2023, "hamas"),
        ("Syrian army", 2013, "syria-assad"),
        ("Donetsk People's Republic", 2015, "donbas-separatists"),
        ("IRGC", 2020, "iran"),
        ("Jamaat-ul-Ahrar", 2014, "ttp"),
    ],
    ids=lambda value: str(value),
)
def test_the_side_is_the_belligerent_spoken_for(registry: Registry, text: str, year: int, side: str) -> None:
    actor = registry.resolve(text, year)
    assert actor is not None
    assert registry.side(actor).id == side


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("pakistan", "pakistan", Relation.SAME),
        ("pakistan/air-force", "pakistan/forces", Relation.PART),
        ("pakistan/air-force", "pakistan", Relation.PART),
        ("pakistan", "pakistan/police", Relation.WHOLE),
        ("pakistan/police", "pakistan/forces", Relation.OTHER),
        ("islamic-state/khorasan", "islamic-state", Relation.PART),
        ("islamic-state", "islamic-state/khorasan", Relation.WHOLE),
        ("ttp", "taliban", Relation.OTHER),
        ("ttp", "pakistan", Relation.OTHER),
        ("afghanistan-taliban", "taliban", Relation.PART),
        ("afghanistan-taliban", "afghanistan-republic", Relation.OTHER),
        ("sohr", "syria", Relation.OTHER),
        ("dawn", "hindu", Relation.OTHER),
    ],
    ids=lambda value: str(value),
)
def test_the_relation_of_two_actors(registry: Registry, a: str, b: str, expected: Relation) -> None:
    first, second = registry.get(a), registry.get(b)
    assert first is not None
    assert second is not None
    assert registry.relation(first, second) is expected


def test_the_relation_reads_the_same_from_either_end(registry: Registry) -> None:
    mirror = {Relation.PART: Relation.WHOLE, Relation.WHOLE: Relation.PART}
    actors = sorted(registry.actors.values(), key=lambda actor: actor.id)[:60]
    for a in actors:
        for b in actors:
            there = registry.relation(a, b)
            assert registry.relation(b, a) is mirror.get(there, there)


def test_third_parties_speak_for_no_belligerent(registry: Registry) -> None:
    tass = registry.resolve("TASS")
    assert tass is not None
    assert (tass.third_party, tass.part_of, tass.state) == (True, None, "russia")
    outlets = [actor for actor in registry.actors.values() if actor.kind == "media"]
    assert outlets
    assert all(actor.third_party and actor.part_of is None for actor in outlets)


def test_every_actor_has_a_name_and_a_kind_in_text(registry: Registry) -> None:
    for actor in registry.actors.values():
        assert all(isinstance(text, str) and text for text in (actor.id, actor.name, actor.kind, *actor.aliases))


def test_every_shipped_actor_is_found_by_its_own_name(registry: Registry) -> None:
    lost = [actor.id for actor in list(registry.actors.values()) if actor.aliases and not registry.resolve(actor.name)]
    assert lost == []


def test_the_same_coined_name_is_the_same_actor(registry: Registry) -> None:
    a, b = registry.coin("The Free Hill People"), registry.coin(" free hill people ")
    assert (a.id, a.part_of, a.third_party) == (b.id, None, False)
    assert registry.relation(a, b) is Relation.SAME
    assert registry.coin("…").id != registry.coin("!").id


def test_states_on_both_sides_of_a_war_are_read_alike(registry: Registry) -> None:
    phrases = ["{} soldiers", "the {} army spokesman", "{} rebels", "{} refugees", "pro-{} militia", "{} officials"]
    for left, right in [("Russian", "Ukrainian"), ("Indian", "Pakistani"), ("Armenian", "Azerbaijani")]:
        for phrase in phrases:
            a, b = registry.resolve(phrase.format(left)), registry.resolve(phrase.format(right))
            assert (a is None) == (b is None)
            assert a is None or (b is not None and a.kind == b.kind)


def _write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "actors.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_project_adds_actors_and_wins_over_shipped_names(tmp_path: Path) -> None:
    path = _write(
        tmp_path,
        """
version: 1
actors:
  - {id: alliance, name: Hill Alliance, kind: armed group}
  - {id: northern-front, name: Northern Front, kind: armed group, part_of: alliance, own_side: true,
     aliases: [NF, "Front du Nord", RSF]}
  - {id: hill-police, name: Hill Police, kind: police, part_of: pakistan/police}
  - {id: ttp, aliases: [Hill Taliban]}
""",
    )
    registry = load_registry([path])
    front = registry.resolve("Front du Nord")
    assert front is not None
    assert front.id == "northern-front"
    assert registry.side(front) == front
    assert registry.relation(front, registry.actors["alliance"]) is Relation.PART
    assert _id(registry.resolve("RSF", 2023)) == "northern-front"
    assert _id(registry.resolve("Hill Taliban fighters")) == "ttp"
    assert registry.side(registry.actors["hill-police"]).id == "pakistan"
    assert _id(default_registry().resolve("RSF", 2023)) == "rsf"


def test_a_project_may_let_a_people_speak(tmp_path: Path) -> None:
    path = _write(tmp_path, "version: 1\nactors:\n  - {id: gaza, aliases: [Gazans]}\n")
    assert _id(load_registry([path]).resolve("Gazans", 2023)) == "hamas"


def test_the_shipped_registry_is_what_no_files_give() -> None:
    assert load_registry() is default_registry()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("actors: []", "version: 1"),
        ("version: 1\nactors: {a: b}", "actors:"),
        ("version: 1\nactors: [just words]", "entry 1"),
        ("version: 1\nactors:\n  - {id: x, name: NO, kind: state}\n  - {id: y, name: no, kind: state}", "quotes"),
        ("version: 1\nactors:\n  - {id: x, name: X, kind: state, aliases: [1999]}", "alias"),
        ("version: 1\nactors:\n  - {id: x, name: X}", "kind"),
        ("version: 1\nactors:\n  - {id: x, name: X, kind: a, colour: red}", "colour"),
        ("version: 1\nactors:\n  - {id: x, name: X, kind: a, part_of: nowhere}", "nowhere"),
        ("version: 1\nactors:\n  - {id: x, name: X, kind: a, own_side: maybe}", "own_side"),
        ("version: 1\nactors:\n  - {id: x, name: X, kind: a, since: last year}", "since"),
        ("version: 1\nactors:\n  - {id: x, name: X, kind: a}\n  - {id: y, name: x, kind: a}", "already means x"),
        (
            "version: 1\nactors:\n  - {id: x, name: X1, kind: a, part_of: y}\n"
            "  - {id: y, name: Y1, kind: a, part_of: x}",
            "circle",
        ),
        ("version: 1\nactors: [", "YAML"),
        ("version: 1\nactors:\n  - {id: x, name: X1, kind: a, since: 2025-99-99}", "YAML"),
        ("version: 1\nactors:\n  - {id: x, name: X1, kind: a, since: !!int one}", "YAML"),
        pytest.param(f"version: 1\nactors: {'[' * 3000}{']' * 3000}", "nested", id="deep"),
        pytest.param(
            "a0: &a0 [x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
            + "version: 1\nactors:\n  - {id: x, name: X1, kind: *a9}",
            "aliases",
            id="a billion values in ten lines",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_why(tmp_path: Path, text: str, words: str) -> None:
    path = _write(tmp_path, text)
    with pytest.raises(RegistryError) as error:
        load_registry([path])
    assert words in str(error.value)
    assert str(path) in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match=r"absent\.yaml"):
        load_registry([tmp_path / "absent.yaml"])


def test_one_name_may_mean_two_actors_only_in_different_years(registry: Registry) -> None:
    with pytest.raises(ValueError, match="already means hamas"):
        registry.add_name("Hamas", "fatah")
    assert _id(registry.resolve("SNA", 1993)) == "aidid"
    assert _id(registry.resolve("SNA", 2019)) == "syrian-national-army"


@given(st.text(), st.none() | st.integers(1900, 2100))
def test_any_text_can_be_asked_about(text: str, year: int | None) -> None:
    registry = default_registry()
    for answer in (registry.resolve(text, year), registry.mention(text, year), *registry.resolve_all(text, year)):
        assert answer is None or registry.get(answer.id) == answer
    assert registry.coin(text).id == registry.coin(text).id


WORDS = ["Pakistani", "army", "of", "(", ")", ",", "and", "pro", "backed", "Hamas", "UN", "rebels", "in", "former"]


@given(st.lists(st.sampled_from(WORDS)))
def test_any_order_of_known_words_can_be_asked_about(words: list[str]) -> None:
    text = " ".join(words)
    assert default_registry().resolve(text) == default_registry().resolve(f"  {text}  ")
