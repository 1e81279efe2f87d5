package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.stream.IntStream;

/** Says whether words that nobody asked for are probably a place, though not surely: "califronia", "omaha on 24th street". */
final class LikelyPlaces {

    /** The most words of a guess. */
    private static final int LONGEST_GUESS = 8;

    /** The fewest letters of a guess of one word. */
    private static final int LEAST_OF_A_GUESS = 6;

    /** The fewest people of a city whose misspelled name alone is a guess. */
    private static final int LARGE_CITY = 100_000;

    /** The fewest people of a town that may come first in a sentence that isn't understood. */
    private static final int LARGE_TOWN = 15_000;

    private final Finder finder;
    private final Mentions mentions;
    private final PlaceNames names;
    private final Towns towns;

    LikelyPlaces(Finder finder, Mentions mentions) {
        this.finder = finder;
        this.mentions = mentions;
        this.names = finder.names();
        this.towns = names.towns();
    }

    /** Whether a few words that mean nothing else are probably a place; a sentence about something else isn't. */
    boolean isLikely(String text, LocalDate today) {
        Query words = TitleWords.polite(Query.of(text));
        if (words.size() > 0 && names.isAmbiguous(words, today)) {
            return true;
        }
        if (PlaceText.isUnsure(text)) {
            return false;
        }
        Query bare = Mentions.withoutFillers(words);
        boolean isWordAlone = bare.size() == 1
                && Mentions.isWord(bare)
                && !Mentions.isGivenName(bare)
                && !bare.capitals().get(0);
        if (isWordAlone || mentions.isLawmaker(words) || (!beginsWithPlace(text, today) && !isPlain(bare, today))) {
            return false;
        }
        Lookup lookup = finder.find(words.asText(), today);
        if (lookup instanceof Lookup.StateOnly) {
            return true;
        } else if (words.size() > 1) {
            return lookup instanceof Lookup.Exact
                    || (lookup instanceof Lookup.Choice choice && choice.named().isEmpty());
        }
        return isMisspelledCity(words, today);
    }

    /** Whether one word resembles a large city's name; to smaller towns, it's more often another word. */
    private boolean isMisspelledCity(Query words, LocalDate today) {
        return words.size() == 1
                && words.word(0).length() >= LEAST_OF_A_GUESS
                && towns.named(words).isEmpty()
                && finder.find(words.asText(), today) instanceof Lookup.Choice choice
                && choice.named().isEmpty()
                && choice.meanings().stream().anyMatch(this::isLarge);
    }

    /** Whether the words are few and none of them is of a sentence about something else. */
    private boolean isPlain(Query words, LocalDate today) {
        return words.size() > 0
                && words.size() <= LONGEST_GUESS
                && words.words().stream().noneMatch(PlaceWords.OF_SENTENCES::contains)
                && (words.words().stream().noneMatch(Mentions.JOINING::contains) || hasName(words, today));
    }

    private boolean isLarge(Meaning meaning) {
        return towns.named(Query.of(meaning.name())).stream()
                .anyMatch(town -> town.state().equals(meaning.state()) && town.population() >= LARGE_CITY);
    }

    private boolean hasName(Query words, LocalDate today) {
        return IntStream.range(0, words.size())
                .anyMatch(from -> IntStream.rangeClosed(from + 1, words.size())
                        .anyMatch(to -> mentions.isName(words.part(from, to), today)));
    }

    /** Whether a place comes first, as in "Orlando, my family is from Puerto Rico" and "omaha on 24th street". */
    private boolean beginsWithPlace(String text, LocalDate today) {
        Query words = Mentions.withoutFillers(TitleWords.polite(Query.ofStory(text)));
        int comma = text.indexOf(',');
        return (comma > 0 && mentions.isName(Query.ofStory(text.substring(0, comma)), today))
                || IntStream.rangeClosed(1, Math.min(words.size(), Mentions.LONGEST_NAME))
                        .mapToObj(end -> words.part(0, end))
                        .anyMatch(name -> mentions.isName(name, today) && (names.isState(name) || isLargeTown(name)));
    }

    private boolean isLargeTown(Query name) {
        return towns.named(name).stream().anyMatch(town -> town.population() >= LARGE_TOWN);
    }
}
