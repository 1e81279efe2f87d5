package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.slack.Delivery;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Group;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One-time codes, however they are typed: valid in a private chat, burned in a group, and reported to admins in both cases. */
class OneTimeCodesTest {

    private static final String TYPED = "That code was posted in a group, so it no longer works";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private int codes;

    private OneTimeCode code(Database database, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(++codes));
        assertThat(database.organizers().invite(code, grant, by, Instant.now())).isEqualTo(Optional.empty());
        return code;
    }

    private Database open(Path data) throws Exception {
        return Database.open(DatabaseLocation.of(null, data), null, InstantSource.system());
    }

    @Test
    void onTelegramEveryFormCountsTheSame() throws Exception {
        try (Scene scene = new Scene(folder)) {
            Group group = Group.supergroup(-1_000_900);
            Talk ana = scene.api().talk(Person.of(901));
            Talk gwen = scene.api().talk(Person.of(902), group);
            String bot = "@" + FakeBotSettings.DEFAULTS.username();
            try (ServerHere server = scene.serverHere();
                    Database database = open(scene.data())) {
                Organizers organizers = database.organizers();
                scene.api()
                        .awaitConfirmed(scene.api().group(group, Person.of(901)).addsBot(), Scene.PATIENCE);
                ana.says("/claim "
                        + code(database, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR)
                                .text());
                scene.awaitShown(ana, "one of the organizers");
                String admin = organizers.all().get(0).id();

                int number = 0;
                for (String form : List.of("/claim" + bot + " ", "/claim ", bot + " ", "/CLAIM" + bot + " ", "")) {
                    if (form.isEmpty()) {
                        // An administrator also receives messages that aren't addressed to it.
                        scene.api()
                                .awaitConfirmed(
                                        scene.api().group(group, Person.of(901)).promotesBot(), Scene.PATIENCE);
                    }
                    String name = "Maple " + number++;
                    OneTimeCode code = code(database, new Grant.Invited(Role.ORGANIZER, name), admin);
                    gwen.says(form + code.text());
                    assertThat(scene.awaitShown(ana, name + " in a group").text())
                            .contains("Sunflower made the code");
                    Talk stranger = scene.api().talk(Person.of(950 + number));
                    stranger.says(code.text());
                    scene.awaitShown(stranger, "That code doesn't work");
                    assertThat(organizers.all()).hasSize(1);
                    assertThat(server.err()).doesNotContain(code.text());
                }
                scene.awaitShown(gwen, "Others could read that code");
                assertThat(server.err()).contains("a one-time code in a group");

                for (String form : List.of("", bot + " ", "/claim" + bot + " ")) {
                    String name = "Oak " + number++;
                    Talk organizer = scene.api().talk(Person.of(970 + number));
                    organizer.says(form
                            + code(database, new Grant.Invited(Role.VIEWER, name), admin)
                                    .text());
                    scene.awaitShown(organizer, "one of the organizers");
                    assertThat(scene.awaitShown(ana, name + " is now a viewer").text())
                            .contains("Sunflower made the code", "./bot organizers remove \"" + name + "\"");
                }
                assertThat(organizers.all())
                        .extracting(Organizer::role)
                        .containsOnlyOnce(Role.ADMIN)
                        .hasSize(4);
                server.stop();
                assertThat(scene.api().violations()).isEmpty();
            }
        }
    }

    @Test
    void onTelegramThePersonWhoTypesACodeInAGroupIsToldInTheirPrivateChat() throws Exception {
        try (Scene scene = new Scene(folder)) {
            Group group = Group.supergroup(-1_000_901);
            Talk gwen = scene.api().talk(Person.of(902));
            Talk never = scene.api().talk(Person.of(903));
            try (ServerHere server = scene.serverHere();
                    Database database = open(scene.data())) {
                scene.api()
                        .awaitConfirmed(scene.api().group(group, Person.of(901)).addsBot(), Scene.PATIENCE);
                scene.api().awaitConfirmed(gwen.starts("hello"), Scene.PATIENCE);
                scene.awaitShown(gwen, "");

                OneTimeCode second = code(database, new Grant.Invited(Role.VIEWER, "Fern"), Organizers.OPERATOR);
                scene.api().talk(never.person(), group).says("/claim " + second.text());
                scene.api()
                        .await(
                                () -> server.err().contains("a one-time code in a group"),
                                Scene.PATIENCE,
                                "the log does not tell of the code");
                OneTimeCode first = code(database, new Grant.Invited(Role.VIEWER, "Maple"), Organizers.OPERATOR);
                Talk inGroup = scene.api().talk(gwen.person(), group);
                inGroup.says("/claim " + first.text());
                scene.awaitShown(gwen, TYPED);
                inGroup.says("/claim " + OneTimeCode.random(new Random(99)).text());
                gwen.says("/help");
                scene.api()
                        .await(
                                () -> !scene.api()
                                        .shown(gwen.chat())
                                        .get(scene.api().shown(gwen.chat()).size() - 1)
                                        .text()
                                        .contains(TYPED),
                                Scene.PATIENCE,
                                "the bot does not answer any more");
                assertThat(scene.api().shown(gwen.chat()))
                        .filteredOn(each -> each.text().contains(TYPED))
                        .hasSize(1);
                assertThat(scene.api().shown(never.chat())).isEmpty();
                assertThat(database.organizers().all()).isEmpty();

                never.says("/help");
                scene.api()
                        .await(
                                () -> !scene.api().shown(never.chat()).isEmpty(),
                                Scene.PATIENCE,
                                "the bot does not answer who was refused before");
                server.stop();
                assertThat(scene.api().violations()).isEmpty();
            }
        }
    }

    @Test
    void inSlackEveryFormCountsTheSame() throws Exception {
        try (SlackScene scene = new SlackScene(folder, true)) {
            Channel channel = Channel.ofPublic("C0CODES", "codes");
            var ana = scene.workspace().talk(org.campaignbot.testkit.slack.Person.of("U0ANA"));
            var host = org.campaignbot.testkit.slack.Person.of("U0HOST");
            var gwen = scene.workspace().talk(host, channel);
            try (ServerHere server = scene.serverHere();
                    Database database = open(scene.data())) {
                Organizers organizers = database.organizers();
                taken(scene.workspace().invitesBot(host, channel));
                taken(ana.command(
                        "/campaign",
                        "claim "
                                + code(database, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR)
                                        .text()));
                scene.awaitShown(ana, "one of the organizers");
                String admin = organizers.all().get(0).id();

                for (String form : List.of("", "claim ", "/claim ")) {
                    String name = "Maple " + codes;
                    OneTimeCode code = code(database, new Grant.Invited(Role.ORGANIZER, name), admin);
                    taken(gwen.mentions(form + code.text()));
                    scene.awaitShown(ana, name + " in a group");
                    scene.awaitShown(scene.workspace().talk(host), "Others could read that code in the group");
                    assertThat(server.err()).doesNotContain(code.text());
                }
                OneTimeCode byCommand = code(database, new Grant.Invited(Role.ORGANIZER, "Fern"), admin);
                taken(gwen.command("/campaign", "claim " + byCommand.text()));
                scene.awaitShown(ana, "Fern in a group");
                assertThat(organizers.all()).hasSize(1);

                for (String form : List.of("", "claim ", "/claim ", "@campaign ")) {
                    String name = "Oak " + codes;
                    var organizer = scene.workspace().talk(org.campaignbot.testkit.slack.Person.of("U0NEW" + codes));
                    OneTimeCode code = code(database, new Grant.Invited(Role.VIEWER, name), admin);
                    taken(organizer.says(form + code.text()));
                    scene.awaitShown(organizer, "one of the organizers");
                    scene.awaitShown(ana, name + " is now a viewer");
                }
                server.stop();
                assertThat(scene.slack().violations()).isEmpty();
            }
        }
    }

    private static void taken(Delivery delivery) {
        Delivery unused = delivery.awaitTaken(Scene.PATIENCE);
    }
}
