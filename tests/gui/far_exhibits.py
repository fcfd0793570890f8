"""Two exhibits at the ends of what a timeline can hold: all of time, and one night."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Scale = Literal["even", "proportional", "adaptive"]

BIG_BANG, YESTERDAY = "big-bang", "yesterday"
LOOKOUT, FOUND = "n00-lookout", "n39-found"

_EVENING, _MORNING = "1907-11-02", "1907-11-03"

_UNIVERSE = (
    (BIG_BANG, "Y-13800000000", 1, "Everything begins", "Viskas prasideda"),
    ("first-stars", "Y-13600000000~", 2, "The first stars shine", "Sužimba pirmosios žvaigždės"),
    ("milky-way", "Y-13000000000~/..", 2, "The Milky Way gathers", "Telkiasi Paukščių Takas"),
    ("sun", "Y-4600000000", 1, "The Sun lights up", "Įsižiebia Saulė"),
    ("earth", "Y-4540000000/Y-4450000000", 2, "The Earth takes shape", "Susidaro Žemė"),
    ("life", "Y-3800000000?", 1, "Life in the sea", "Gyvybė jūroje"),
    (
        "oxygen",
        "Y-2400000000~/Y-2000000000~",
        2,
        "The air fills with oxygen",
        "Ore daugėja deguonies",
    ),
    ("animals", "Y-600000000~", 2, "Animals without bones", "Gyvūnai be kaulų"),
    ("fish", "Y-530000000", 3, "The first fish", "Pirmosios žuvys"),
    ("plants", "Y-470000000", 3, "Plants come ashore", "Augalai išeina į krantą"),
    ("dinosaurs", "Y-230000000/Y-66000000", 1, "The age of dinosaurs", "Dinozaurų amžius"),
    ("impact", "Y-66000000", 1, "A rock falls from the sky", "Iš dangaus krenta uola"),
    ("walkers", "Y-6000000?", 2, "They walk on two legs", "Jie vaikšto dviem kojomis"),
    ("fire", "Y-1000000~", 2, "Fire is kept", "Saugoma ugnis"),
    ("people", "Y-300000", 1, "People like us", "Žmonės kaip mes"),
    ("caves", "Y-40000~/Y-12000~", 2, "Bison on the wall", "Stumbrai ant sienos"),
    ("ice", "Y-20000~", 3, "The ice reaches its edge", "Ledas pasiekia kraštą"),
    ("villages", "-9500", 2, "The first villages", "Pirmieji kaimai"),
    ("writing", "-3300~", 1, "Somebody writes it down", "Kažkas tai užrašo"),
    ("pyramid", "-2600", 2, "A mountain of cut stone", "Kalnas iš tašytų akmenų"),
    ("rome", "-0752", 3, "A town on seven hills", "Miestas ant septynių kalvų"),
    ("caesar", "-0043-03-15", 3, "A murder in the senate", "Žmogžudystė senate"),
    ("hastings", "1066-10-14", 3, "A battle by the sea", "Mūšis prie jūros"),
    ("press", "1450~", 2, "Letters of lead", "Švino raidės"),
    ("steam", "1712/1900", 2, "Steam does the work", "Dirba garas"),
    ("flight", "1903-12-17T10:35", 2, "Twelve seconds in the air", "Dvylika sekundžių ore"),
    ("moon", "1969-07-20", 1, "Footprints on the Moon", "Pėdsakai Mėnulyje"),
    ("network", "199X", 3, "Everyone is connected", "Visi susieti"),
    (YESTERDAY, "2024-05-31T23:59", 1, "Yesterday", "Vakar diena"),
)

_NIGHT = (
    ("lookout", "21:00", "The lookout climbs the mast", "Žvalgas lipa į stiebą"),
    ("fog", "21:20/23:30", "Fog lies on the strait", "Sąsiaurį dengia rūkas"),
    ("music", "21:45", "Music in the dining room", "Valgomajame groja muzika"),
    ("warning", "22:10", "A warning that nobody reads", "Perspėjimas, kurio niekas neskaito"),
    ("bell", "22:58", "The bell is heard to starboard", "Dešinėje girdėti varpas"),
    ("rock", "23:04", "The rock", "Uola"),
    ("blow", "23:04", "A blow below the waterline", "Smūgis žemiau vaterlinijos"),
    ("engines", "23:04", "The engines stop", "Sustoja varikliai"),
    ("cups", "23:04", "Cups fall from the tables", "Nuo stalų krenta puodeliai"),
    ("captain", "23:05", "The captain comes on deck", "Į denį ateina kapitonas"),
    ("water", "23:07", "Water in the first hold", "Pirmajame triume – vanduo"),
    ("pumps", "23:09/00:52", "The pumps run", "Dirba siurbliai"),
    ("lamps", "23:12", "The lamps flicker", "Mirkčioja lempos"),
    ("call", "23:15", "The first call for help", "Pirmasis pagalbos šauksmas"),
    ("flare", "23:19", "A red flare", "Raudona raketa"),
    ("answer", "23:21", "A ship answers", "Atsiliepia laivas"),
    ("boats", "23:30", "The boats are uncovered", "Nudengiamos valtys"),
    ("first-boat", "23:41", "The first boat is lowered", "Nuleidžiama pirmoji valtis"),
    ("second-boat", "23:47", "The second boat", "Antroji valtis"),
    ("third-boat", "23:47", "The third boat", "Trečioji valtis"),
    ("list", "23:55", "She leans to port", "Laivas svyra į kairę"),
)

_NEXT_DAY = (
    ("midnight", "00:00", "Midnight", "Vidurnaktis"),
    ("cook", "00:06", "The cook hands out bread", "Virėjas dalija duoną"),
    ("letters", "00:14", "Letters are thrown overboard", "Laiškai metami už borto"),
    ("band", "00:20", "The band plays on", "Orkestras tebegroja"),
    ("last-boat", "00:31", "The last boat", "Paskutinė valtis"),
    ("dark", "00:44", "The lights go out", "Užgęsta šviesos"),
    ("last-call", "00:45", "The last call", "Paskutinis šauksmas"),
    ("silence", "00:52", "The pumps fall silent", "Siurbliai nutyla"),
    ("stern", "00:57", "The stern rises", "Kyla laivagalis"),
    ("gone", "00:58", "She is gone", "Laivo nebėra"),
    ("voices", "01:10", "Voices on the water", "Balsai virš vandens"),
    ("count", "01:40", "They count each other", "Jie skaičiuoja vieni kitus"),
    ("wind", "02:30", "The wind turns", "Pasisuka vėjas"),
    ("light", "03:52", "A light in the west", "Šviesa vakaruose"),
    ("ship", "04:15", "The other ship arrives", "Atplaukia kitas laivas"),
    ("aboard", "04:40/06:20", "All are taken aboard", "Visi paimami į denį"),
    ("dawn", "05:36", "Dawn", "Aušra"),
    ("list-of-names", "08:00", "A list of names", "Vardų sąrašas"),
    ("found", "20:12", "A boat is found empty", "Rasta tuščia valtis"),
)


def write_universe(content: Path, scale: Scale) -> None:
    """From the Big Bang to yesterday."""
    eras = (
        ("stars", "Y-13800000000", "Y-4600000001", "Stars", "Žvaigždės", "#5b6b8c"),
        ("earth", "Y-4600000000", "Y-300001", "The Earth", "Žemė", "#5c7a5a"),
        ("people", "Y-300000", "-3301", "People", "Žmonės", "#8a3b2e"),
        ("history", "-3300", "2024", "What is written", "Kas užrašyta", "#a8813f"),
    )
    _write_exhibit(content, scale, "Y-13800000000", "2024", "Everything", "Viskas", eras)
    for name, date, importance, english, lithuanian in _UNIVERSE:
        _write_event(content, name, date, importance, english, lithuanian)


def write_night(content: Path, scale: Scale) -> None:
    """Forty events within one day, several in the same minute."""
    eras = (
        ("voyage", "1907-11-02T21:00", "1907-11-02T23:03", "The voyage", "Kelionė", "#5b6b8c"),
        ("sinking", "1907-11-02T23:04", "1907-11-03T00:58", "The sinking", "Skendimas", "#8a3b2e"),
        ("waiting", "1907-11-03T00:59", "1907-11-03T21:00", "Waiting", "Laukimas", "#5c7a5a"),
    )
    _write_exhibit(
        content, scale, "1907-11-02T21:00", "1907-11-03T20:59", "One night", "Viena naktis", eras
    )
    rows = [(_EVENING, *row) for row in _NIGHT] + [(_MORNING, *row) for row in _NEXT_DAY]
    for number, (day, name, time, english, lithuanian) in enumerate(rows):
        date = "/".join(
            f"{_MORNING if part < time[:5] else day}T{part}" for part in time.split("/")
        )
        importance = 1 if name in ("lookout", "rock", "gone", "ship", "found") else 2 + number % 3
        _write_event(content, f"n{number:02}-{name}", date, importance, english, lithuanian)


def _write_exhibit(
    content: Path,
    scale: Scale,
    start: str,
    end: str,
    english: str,
    lithuanian: str,
    eras: tuple[tuple[str, ...], ...],
) -> None:
    content.mkdir(parents=True)
    lines = [
        f"title: {{en: {english}, lt: {lithuanian}}}",
        "languages: [en, lt]",
        f'timeline: {{start: "{start}", end: "{end}", scale: {scale}}}',
        "eras:",
        *(
            f'  - {{id: {name}, start: "{first}", end: "{last}", '
            f'title: {{en: {en}, lt: {lt}}}, color: "{colour}"}}'
            for name, first, last, en, lt, colour in eras
        ),
    ]
    (content / "exhibit.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_event(
    content: Path, name: str, date: str, importance: int, english: str, lithuanian: str
) -> None:
    folder = content / "events" / name
    folder.mkdir(parents=True)
    (folder / "event.yaml").write_text(
        f'date: "{date}"\ntitle: {{en: {english}, lt: {lithuanian}}}\nimportance: {importance}\n',
        encoding="utf-8",
    )
