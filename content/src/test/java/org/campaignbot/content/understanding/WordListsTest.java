package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordListsTest {

    private final WordLists lists = new WordLists();

    @BeforeEach
    void fill() {
        lists.add("kin", "brother");
        lists.add("mine", "my [kin]");
        lists.add("mine", "my * [kin]");
        lists.add("deport", "deport*");
        lists.add("enact", "enac*");
        lists.add("they-did", "*aron");
    }

    @Test
    void aWordBelongsToItsList() {
        assertThat(touched("brother")).isEqualTo(numbers("kin"));
    }

    @Test
    void aStarStandsForAnyEndingAnyBeginningAndAnyWord() {
        assertThat(touched("deportations")).isEqualTo(numbers("deport"));
        assertThat(touched("agarraron")).isEqualTo(numbers("they-did"));
        assertThat(touched("aron")).isEqualTo(numbers());
        assertThat(touched("my little brother")).isEqualTo(numbers("mine", "kin"));
        assertThat(touched("my very little brother")).isEqualTo(numbers("kin"));
    }

    @Test
    void anEndingMayChangeHowTheLetterBeforeItSounds() {
        assertThat(touched("enacted")).isEqualTo(numbers("enact"));
        assertThat(touched("enacing")).isEqualTo(numbers("enact"));
    }

    @Test
    void aPhraseMayNameAnotherList() {
        assertThat(touched("my brother")).isEqualTo(numbers("mine", "kin"));
        assertThat(touched("brother my")).isEqualTo(numbers("kin"));
    }

    private BitSet touched(String text) {
        List<String> sounds = Stream.of(text.split(" ", -1)).map(Sound::of).toList();
        BitSet all = new BitSet();
        for (BitSet each : lists.touchedBy(sounds)) {
            all.or(each);
        }
        return all;
    }

    private BitSet numbers(String... names) {
        return lists.numbers(List.of(names));
    }
}
