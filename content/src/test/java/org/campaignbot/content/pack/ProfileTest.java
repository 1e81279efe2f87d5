package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.flow.Command;
import org.campaignbot.flow.Profile;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() {
        Garden.copyTo(folder);
    }

    @Test
    void anHeirsCommandsComeFirstAndReplaceThoseOfTheSameName() {
        add("campaigns/garden", "commands:\n  call: {flow: call, description: Call now, groups: yes}\n");
        add(
                "kits/care",
                "commands:\n  stop: {flow: stop, description: Stop}\n  call: {flow: nowhere, description: Gone}\n");

        List<Command> commands = profile().commands();

        assertThat(commands).extracting(Command::name).containsExactly("call", "stop");
        assertThat(commands).extracting(Command::flow).containsExactly("call", "stop");
        assertThat(commands).extracting(Command::inGroups).containsExactly(true, false);
    }

    @Test
    void aTextOfSeveralLinesKeepsItsParagraphsAlone() {
        add("campaigns/garden", "description: |\n  One\n  line.\n\n  Another.\n");

        assertThat(in(Language.ENGLISH, profile().description())).isEqualTo("One line.\n\nAnother.");
    }

    @Test
    void translationsStandBelowPack() throws IOException {
        add("campaigns/garden", "commands:\n  call: {flow: call, description: Call}\n");
        Garden.write(folder, "words/es.yaml", """
                pack: {commands: {call: {of: %s, text: Llamar}, cal: {of: bcdf, text: Llamar}}}
                """.formatted(SourceHash.of(List.of("Call"))));

        assertThat(in(Language.SPANISH, profile().commands().get(0).description()))
                .isEqualTo("Llamar");
        assertThat(Garden.read(folder).warnings())
                .extracting(Problem::message)
                .contains("there is no command \"cal\" to translate");
    }

    @Test
    void aNameThatNoPlatformTakesIsAProblem() {
        add("campaigns/garden", "commands:\n  call-now: {flow: call, description: Call}\n");

        assertThat(Garden.read(folder).errors())
                .extracting(Problem::message)
                .containsExactly("\"call-now\" cannot name a command");
    }

    @Test
    void thePackOfTheTestsSaysNothingOfTheKind() {
        assertThat(profile()).isEqualTo(Profile.NONE);
    }

    @Test
    void theShippedCampaignPresentsItselfInBothLanguages() {
        Profile profile = ShippedCampaign.PACK.profile();

        assertThat(profile.commands())
                .extracting(Command::name)
                .startsWith("learn", "bill_status", "lawmakers", "call")
                .contains("start", "help", "settings", "privacy", "stop", "language", "forget", "my_data", "menu");
        for (Language language : List.of(Language.ENGLISH, Language.SPANISH)) {
            assertThat(in(language, profile.about())).hasSizeBetween(1, 120);
            assertThat(in(language, profile.description())).hasSizeBetween(1, 512);
            assertThat(profile.commands())
                    .allSatisfy(command ->
                            assertThat(in(language, command.description())).hasSizeBetween(1, 256));
        }
        assertThat(in(Language.SPANISH, profile.about())).isNotEqualTo(in(Language.ENGLISH, profile.about()));
        assertThat(profile.location()).isNotNull();
    }

    private static String in(Language language, Value.@org.jspecify.annotations.Nullable Translated text) {
        return Objects.requireNonNull(text).in(language);
    }

    private Profile profile() {
        return Objects.requireNonNull(Garden.read(folder).pack()).profile();
    }

    private void add(String pack, String lines) {
        try {
            Path file = folder.resolve(pack).resolve("pack.yaml");
            Files.writeString(file, Files.readString(file) + lines);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }
}
