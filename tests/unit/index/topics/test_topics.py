"""Topics: tags, rules, heading paths and hashtags."""

from __future__ import annotations

from journal_site.config import SiteConfig, TopicSettings
from journal_site.model.entry import Entry
from journal_site.model.index import Index, Topic
from tests.unit.index.small_entries import codes, day, entry, external, index


def topics(*entries: Entry, rules: tuple[TopicSettings, ...] = ()) -> dict[str, Topic]:
    return {topic.slug: topic for topic in built(*entries, rules=rules).topics}


def built(*entries: Entry, rules: tuple[TopicSettings, ...] = ()) -> Index:
    return index(entries, config=SiteConfig(title="t", topics=rules))


def rule(name: str, *keywords: str, aliases: tuple[str, ...] = (), parent: str = "") -> TopicSettings:
    return TopicSettings(name=name, keywords=keywords, aliases=aliases, parent=parent)


def test_a_topic_has_its_entries_and_its_span() -> None:
    found = topics(
        entry("b.md", tags=("NLP",), dates=("2024-01-05", "2024-01-07")),
        entry("a.md", tags=("NLP", "SQL"), dates=("2024-01-02",)),
        entry("n.md", kind="note", tags=("NLP",)),
    )
    assert found["nlp"].entries == ("a", "b", "n")
    assert (found["nlp"].first, found["nlp"].last) == (day("2024-01-02"), day("2024-01-07"))
    assert found["nlp"].name == "NLP"


def test_spellings_of_one_topic_are_merged_with_a_notice() -> None:
    site = built(entry("a.md", tags=("nlp",)), entry("b.md", tags=("NLP",)), entry("c.md", tags=("NLP", "Nlp")))
    assert [(topic.name, topic.entries) for topic in site.topics] == [("NLP", ("a", "b", "c"))]
    assert codes(site) == ["topic-merged"]
    assert site.items[2].topics == ("nlp",)


def test_the_name_in_site_yaml_is_the_topics_name_and_merges_in_silence() -> None:
    site = built(entry("a.md", tags=("nlp",)), entry("b.md", tags=("NLP",)), rules=(rule("Nlp"),))
    assert [topic.name for topic in site.topics] == ["Nlp"]
    assert not site.diagnostics


def test_an_alias_is_its_topic() -> None:
    site = built(entry("a.md", tags=("ml", "Machine Learning")), rules=(rule("Machine learning", aliases=("ML",)),))
    assert [topic.slug for topic in site.topics] == ["machine-learning"]
    assert site.items[0].topics == ("machine-learning",)


def test_signs_that_are_spoken_keep_topics_apart() -> None:
    assert set(topics(entry(tags=("C", "C++", "C#")))) == {"c", "c-plus-plus", "c-sharp"}


def test_keywords_give_topics_to_entries_without_tags_only() -> None:
    rules = (rule("Transformers", "bert", "self-attention"),)
    found = topics(
        entry("title.md", title="Fine-tuning BERT-base"),
        entry("text.md", excerpt="About self-attention."),
        entry("link.md", links=(external("https://x.org/", "the bert paper"),)),
        entry("tagged.md", tags=("other",), title="BERT"),
        entry("part.md", title="Roberta and Bertha"),
        rules=rules,
    )
    assert found["transformers"].entries == ("title", "text", "link")


def test_a_rule_without_keywords_is_found_by_its_name() -> None:
    found = topics(entry("a.md", title="C++ templates"), entry("b.md", title="plain C"),
                   rules=(rule("C++"), rule("C"), rule("Go", "golang")))  # fmt: skip
    assert {slug: topic.entries for slug, topic in found.items()} == {"c-plus-plus": ("a",), "c": ("b",)}


def test_keywords_in_scripts_without_spaces_stand_anywhere() -> None:
    found = topics(entry(title="今日は深層学習を学んだ"), rules=(rule("Deep learning", "深層学習"),))
    assert found["deep-learning"].entries == ("a",)


def test_hashtags_count_where_there_are_no_tags() -> None:
    found = topics(entry("a.md", hashtags=("python",)), entry("b.md", tags=("sql",), hashtags=("python",)))
    assert {slug: topic.entries for slug, topic in found.items()} == {"python": ("a",), "sql": ("b",)}


def note(title: str, *parents: str, position: int = 0) -> Entry:
    return entry("README.md", id_base=title, kind="note", heading=title, parents=parents, position=position)


def test_notes_of_an_undated_log_have_the_headings_of_several_that_name_a_subject() -> None:
    site = built(
        note("Word2Vec:", "My experiments", "NLP"),
        note("Top", "My experiments", "NLP", "Papers", position=1),
        note("Top", "My experiments", "Papers", position=2),
        note("NLP", "My experiments", position=3),
    )
    assert [item.topics for item in site.items] == [("nlp",), ("nlp",), (), ("nlp",)]


def test_the_notes_of_a_log_of_days_have_no_such_topics() -> None:
    site = built(note("Resources"), entry("README.md", id_base="day-1", days=(1,), position=1))
    assert not site.topics


def test_a_parent_is_a_topic_even_without_entries_of_its_own() -> None:
    found = topics(
        entry(tags=("BERT",)), rules=(rule("BERT", parent="Transformers"), rule("Transformers", parent="NLP"))
    )
    assert (found["bert"].parent, found["transformers"].parent, found["nlp"].parent) == ("transformers", "nlp", None)
    assert (found["nlp"].children, found["transformers"].children) == (("transformers",), ("bert",))
    assert found["nlp"].entries == ()


def test_no_topic_is_above_itself() -> None:
    found = topics(entry(tags=("a", "b")), rules=(rule("a", parent="b"), rule("b", parent="a")))
    assert [found["a"].parent, found["b"].parent].count(None) == 1


def test_neighbours_share_most_entries() -> None:
    found = topics(entry("1.md", tags=("a", "b", "c")), entry("2.md", tags=("a", "c")), entry("3.md", tags=("d",)))
    assert found["a"].neighbours == ("c", "b")
    assert found["d"].neighbours == ()


def test_an_entry_of_thousands_of_tags_costs_no_more_than_its_tags() -> None:
    assert len(topics(entry(tags=tuple(f"t{number}" for number in range(5000))))) == 5000


def test_topics_are_in_the_order_of_their_names() -> None:
    assert [topic.name for topic in built(entry(tags=("b", "A", "c"))).topics] == ["A", "b", "c"]
