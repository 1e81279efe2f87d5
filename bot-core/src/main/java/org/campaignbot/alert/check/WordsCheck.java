package org.campaignbot.alert.check;

import static org.campaignbot.alert.check.Finding.error;
import static org.campaignbot.alert.check.Finding.warning;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.check.Finding.Kind;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Catalog;
import org.campaignbot.times.SaidDays;

/** Checks what an alert says in each language. */
record WordsCheck(
        Pack pack,
        KnownNumbers numbers,
        ForbiddenNames names,
        SpeakingAs claims,
        MisleadingCheck misleading,
        ToneCheck tone,
        ReadWords.Reader reader,
        AlertPreview preview,
        Map<String, Surface> surfaces) {

    private static final Pattern BARE_LINK =
            Pattern.compile("(?:http://|ftp://|(?<!https://)www\\.)\\S+", Pattern.CASE_INSENSITIVE);

    void check(Alert alert, List<Finding> findings) {
        new TreeMap<>(byCode(alert)).forEach((code, words) -> {
            if (!words.isBlank()) {
                check(alert, new Language(code), words, findings);
            }
        });
        days(alert.draft(), findings);
    }

    /** Warns where the words of a language name other days than those of the campaign's first. */
    private void days(Draft draft, List<Finding> findings) {
        Map<Language, SaidDays> days = new LinkedHashMap<>();
        for (Language language : pack.languages()) {
            String words = draft.words().getOrDefault(language, "");
            if (!words.isBlank()) {
                days.put(language, SaidDays.in(words));
            }
        }
        days.entrySet().stream()
                .findFirst()
                .ifPresent(first -> days.forEach((language, said) -> {
                    if (!said.fits(first.getValue())) {
                        Map<String, String> about = new TreeMap<>();
                        put(about, "said", said, language);
                        put(about, "meant", first.getValue(), first.getKey());
                        findings.add(warning(
                                Kind.DAYS_DIFFER,
                                language.code(),
                                about,
                                "the words name " + about.getOrDefault("said", "no day") + ", and those in "
                                        + first.getKey() + " " + about.getOrDefault("meant", "none"),
                                "name the same days in every language"));
                    }
                }));
    }

    private static void put(Map<String, String> about, String name, SaidDays days, Language language) {
        if (!days.isEmpty()) {
            about.put(name, days.in(language.locale()));
        }
    }

    private static Map<String, String> byCode(Alert alert) {
        return alert.draft().words().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().code(), Map.Entry::getValue));
    }

    private void check(Alert alert, Language language, String words, List<Finding> findings) {
        String where = language.code();
        ReadWords read = reader.read(where, words);
        read.problems()
                .forEach(problem -> findings.add(error(
                        Kind.BAD_MARKDOWN,
                        where,
                        Map.of("problem", problem),
                        problem,
                        "use paragraphs, lists, **strong**, *emphasis* and links")));
        String visible = read.text().visible();
        links(where, read.text(), visible, findings);
        misleading.check(where, words, visible, read.text().links(), findings);
        tone.check(language, visible, findings);
        List<String> unknowns = numbers.unknownIn(visible);
        read.numbers().stream()
                // Of a number that nobody verified, that alone is said.
                .filter(number -> unknowns.stream().noneMatch(number::contains))
                .forEach(number -> findings.add(error(
                        Kind.PLAIN_NUMBER,
                        where,
                        Map.of("number", number),
                        "the number " + number + " stands in plain text",
                        "leave it out: the action gives each reader the right one")));
        for (String unknown : unknowns) {
            findings.add(error(
                    Kind.UNKNOWN_NUMBER,
                    where,
                    Map.of("number", unknown),
                    "the number " + unknown + " is no office's in the tables, and nobody verified it",
                    "leave it out: the action gives each reader their own lawmakers' numbers"));
        }
        names.firstIn(visible)
                .ifPresent(
                        name -> findings.add(
                                error(
                                        Kind.CANDIDATE_OR_PARTY,
                                        where,
                                        Map.of("name", name),
                                        "it names \"" + name + "\", which is on the list of candidates and parties",
                                        "name the office or the committee instead; the list is candidates-and-parties in ./bot settings")));
        claims.firstIn(visible)
                .ifPresent(claim -> findings.add(error(
                        Kind.SPEAKS_AS_ORGANIZATION,
                        where,
                        Map.of("claim", claim),
                        "\"" + claim + "\" speaks as the organization, which does not stand behind this bot",
                        "quote it, as in \"… says that\"; once it does, set endorsed_by")));
        if (read.problems().isEmpty()
                && read.numbers().isEmpty()
                && pack.languages().contains(language)) {
            length(preview.of(alert, language), where, findings);
        }
    }

    private void links(String where, RichText text, String visible, List<Finding> findings) {
        Matcher bare = BARE_LINK.matcher(visible);
        while (bare.find()) {
            findings.add(error(
                    Kind.NOT_HTTPS,
                    where,
                    Map.of("address", bare.group()),
                    "\"" + bare.group() + "\" isn't an https address",
                    "write it with https://"));
        }
        List<Value.Link> fallbacks = links("fallback");
        Set<URI> known = Stream.of(Catalog.OPENED, Catalog.PUBLISHED)
                .flatMap(state -> links(state).stream())
                .map(Value.Link::address)
                .collect(Collectors.toSet());
        for (Span.Link link : text.links()) {
            // If one page stands in for several, its address is right, and a label says which one is meant.
            boolean standsIn = !known.contains(link.address())
                    && fallbacks.stream().anyMatch(each -> each.address().equals(link.address()));
            if (standsIn || fallbacks.stream().anyMatch(each -> isCalled(each, link.label()))) {
                findings.add(error(
                        Kind.FALLBACK_LINK,
                        where,
                        Map.of("label", link.label(), "address", link.address().toString()),
                        "\"" + link.label() + "\" only leads to a page that leads there: " + link.address(),
                        "find the page itself, and set it by ./bot settings"));
            }
        }
    }

    private static boolean isCalled(Value.Link record, String label) {
        return record.label().words().values().stream()
                .anyMatch(each -> Fold.fold(each).equals(Fold.fold(label)));
    }

    /** The links of the pack whose address has this status. */
    private List<Value.Link> links(String urlStatus) {
        return pack.records().values().stream()
                .flatMap(record -> record instanceof Value.Row row
                                && new Value.Text(urlStatus).equals(row.fields().get("url_status"))
                                && row.fields().get("link") instanceof Value.Link link
                        ? Stream.of(link)
                        : Stream.empty())
                .toList();
    }

    private void length(Message message, String where, List<Finding> findings) {
        new TreeMap<>(surfaces).forEach((name, surface) -> {
            if (Fit.fit(message, surface).size() > 1) {
                findings.add(error(
                        Kind.TOO_LONG,
                        where,
                        Map.of(
                                "length",
                                        Integer.toString(
                                                message.text().visible().length()),
                                "surface", name,
                                "limit", Integer.toString(surface.textLimit())),
                        "with what is around them the words have "
                                + message.text().visible().length() + " characters, and " + name + " shows "
                                + surface.textLimit() + " in one message",
                        "say it in fewer words"));
            }
        });
    }
}
