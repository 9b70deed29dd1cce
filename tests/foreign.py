"""Files that people already have: the real headers of data sets (see docs/importing.md) over invented rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path


def _headers(*lines: str) -> list[str]:
    return [name for line in lines for name in line.split()]


UCDP = _headers(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name",
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b",
    "number_of_sources source_article source_office source_date source_headline source_original where_prec",
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id",
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown",
    "best high low gwnoa gwnob",
)
ACLED = _headers(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 ",
    "inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3",
    "location latitude longitude geo_precision source source_scale notes fatalities tags timestamp",
)
_GROUPS = ("civilians_reported", "children", "women", "men", "belligerents", "undetermined")
_BELLIGERENT = _headers(
    "belligerent_name type assessment_name deaths_conceded_min deaths_conceded_max injuries_conceded_min"
)
AIRWARS = [
    *_headers("post_id permalink code date date_end country_name location_name strike_status_name strike_type_name"),
    *_headers("civilian_harm_reported latitude longitude summary"),
    *(f"{group}_killed_{end}" for group in _GROUPS for end in ("min", "max")),
    *(f"civilians_reported_injured_{end}" for end in ("min", "max")),
    *(f"belligerent_{n}_{field}" for n in (1, 2) for field in _BELLIGERENT),
]
MAVERICK = [
    *_headers("id event_id country election date_start date_end city location latitude longitude geo_precision"),
    *(f"actor{n}{part}" for n in (1, 2) for part in ("", "_type", "_perpetrator", "_victim")),
    *_headers("event_context target deaths_best deaths_low deaths_high injuries_best injuries_low injuries_high"),
    *_headers("source number_of_sources source_author source_type"),
]

CLASH = {
    "id": "901", "relid": "VEL-1", "type_of_violence": "1", "dyad_name": "Government of Velmar - Velmar Front",
    "side_a": "Government of Velmar", "side_b": "Velmar Front", "number_of_sources": "1", "source_office": "Agence A",
    "source_date": "2021-03-03", "source_headline": "Nine dead in clash", "source_original": "army spokesman",
    "where_prec": "1", "where_coordinates": "Kandu town", "latitude": "1.5", "longitude": "30.25", "country": "Velmar",
    "date_prec": "1", "date_start": "2021-03-02 00:00:00.000", "date_end": "2021-03-02 00:00:00.000", "deaths_a": "3",
    "deaths_b": "6", "deaths_civilians": "0", "deaths_unknown": "0", "best": "9", "high": "12", "low": "9",
}  # fmt: skip
RAID = {
    **CLASH, "id": "902", "type_of_violence": "3", "side_a": "Velmar Front", "side_b": "Civilians", "deaths_a": "0",
    "source_office": "Agence A;Agence B", "source_date": "2021-03-08;2021-03-07",
    "source_original": "residents;a clinic",
    "date_start": "2021-03-05", "date_end": "2021-03-06", "deaths_b": "0", "deaths_civilians": "4",
    "deaths_unknown": "1", "best": "5", "high": "5", "low": "4", "date_prec": "2",
}  # fmt: skip
SHELLING = {
    "event_id_cnty": "VEL77", "event_date": "02 March 2021", "time_precision": "1", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Velmar Front", "actor2": "Military Forces of Velmar",
    "country": "Velmar", "location": "Kandu", "latitude": "1.5", "longitude": "30.25",
    "source": "Agence A; Radio Kandu",
    "notes": "On 2 March 2021, both sides fought at Kandu; at least 14 were killed.", "fatalities": "14",
}  # fmt: skip
STRIKE = {
    "post_id": "1", "permalink": "https://airwars.example/vel001", "code": "VEL001", "date": "2021-03-02",
    "country_name": "Velmar", "location_name": "Kandu", "strike_type_name": "Airstrike", "latitude": "1.5",
    "longitude": "30.25", "summary": "A house was hit.", "civilians_reported_killed_min": "5",
    "civilians_reported_killed_max": "8", "children_killed_min": "2", "children_killed_max": "2",
    "women_killed_min": "0", "women_killed_max": "0", "undetermined_killed_min": "1", "undetermined_killed_max": "2",
    "civilians_reported_injured_min": "10", "belligerent_1_belligerent_name": "Velmar Air Force",
    "belligerent_1_deaths_conceded_min": "1", "belligerent_1_deaths_conceded_max": "2",
}  # fmt: skip
RALLY = {
    "id": "r-1", "event_id": "VEL-0001", "country": "Velmar", "date_start": "2021-03-02", "date_end": "2021-03-02",
    "city": "Kandu", "actor1": "Police of Velmar", "actor1_perpetrator": "1", "actor2": "Protesters",
    "actor2_perpetrator": "0", "event_context": "Protest", "deaths_best": "3", "deaths_low": "2", "deaths_high": "4",
    "injuries_best": "NA", "source": "Agence A 2021-03-03, Three dead", "source_author": "Agence A",
    "source_type": "News agency",
}  # fmt: skip

SETS: dict[str, tuple[Sequence[str], Mapping[str, str]]] = {
    "ucdp": (UCDP, CLASH), "acled": (ACLED, SHELLING), "airwars": (AIRWARS, STRIKE), "maverick": (MAVERICK, RALLY),
}  # fmt: skip

ARTICLE = """{{Short description|Clash of 2021}}
{{Infobox military conflict
| conflict    = Battle of Kandu
| date        = 11–15 October 2021
| place       = [[Kandu]], [[Velmar]]
| combatant1  = {{flag|Velmar}}
| combatant2  = [[Velmar Front]]<br>'''Supported by''':<br>Others
| casualties1 = '''Per Velmar:'''<br>23 soldiers killed<br />29 injured<ref name=a>{{cite news|title=Clash|url=https://a.example/1|archive-url=https://web.archive.org/1|work=Daily|agency=Agence A|date=12 October 2021|access-date=2021-10-13}}</ref><br>'''Velmar Front claim:'''<br>58 soldiers killed, 30 wounded<ref name="a"/>
| casualties2 = {{ubl|9 killed, 16–18 injured (per Velmar Front)<ref>[https://www.b.example/x Report]</ref>|200+ militants killed (Velmar claim)|Unknown}}
| casualties3 = {{plainlist|
* 12 civilians killed (including 2 children)
* 5 children and 3 women killed
* {{odd|3}} killed
}}
}}
'''The battle''' was fought.
"""  # noqa: E501 - as articles are written
REVIEWS = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "ClaimReview",
            "claimReviewed": "At least 58 soldiers were killed at Kandu",
            "itemReviewed": {
                "@type": "Claim",
                "author": {"@type": "Organization", "name": "Velmar Front"},
                "datePublished": "2021-10-12",
                "appearance": [{"@type": "CreativeWork", "url": "https://front.example/1"}],
            },
            "author": {"@type": "Organization", "name": "Example Check"},
            "url": "https://check.example/1",
            "datePublished": "2021-10-14",
            "reviewRating": {"@type": "Rating", "alternateName": "Unproven"},
        },
        {"@type": "ClaimReview", "claimReviewed": "Whipped cream was banned", "author": {"name": "Example Check"}},
    ],
}
WIDE = """Day,Town,Civilians killed,Wounded,Outlet,Link
2021-10-11,Kandu,12,30,Daily,https://a.example/1
2021-10-12,Oma,,5,Agence A,https://b.example/1
2021-10-13,Oma,,,Agence A,https://b.example/2
"""


def table_of(headers: Sequence[str], *rows: Mapping[str, str], bom: bool = False) -> str:
    """A CSV file with these headers; cells that a row leaves out are empty."""
    out = io.StringIO()
    out.write("\ufeff" if bom else "")
    writer = csv.DictWriter(out, headers, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def foreign_files(folder: Path) -> None:
    """One file of each sort, under the names that docs/importing.md uses."""
    texts = {
        "ged.csv": table_of(UCDP, CLASH, RAID), "acled.csv": table_of(ACLED, SHELLING, bom=True),
        "airwars.csv": table_of(AIRWARS, STRIKE), "reports.csv": table_of(MAVERICK, RALLY), "battle.wiki": ARTICLE,
        "factchecks.json": json.dumps(REVIEWS), "wide.csv": WIDE,
    }  # fmt: skip
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
