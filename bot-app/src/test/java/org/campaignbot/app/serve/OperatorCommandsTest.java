package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.BotProcess;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands while a server works on the same database. */
class OperatorCommandsTest {

    private static final Person ANA = Person.of(11);
    private static final String CLOSED = "has been closed";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static BotHere run(Scene scene, String... arguments) throws Exception {
        return BotHere.run(scene.variables(), "", arguments);
    }

    @Test
    void theFirstAdminIsWhoeverTypesTheCodeThatTheTerminalPrinted() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerProcess server = scene.server()) {
            BotProcess claimed = BotProcess.run(scene.variables(), "", "claim", "--name", "Ana");
            assertThat(claimed.exit()).isZero();
            String code = claimed.out().lines().findFirst().orElseThrow();
            assertThat(run(scene, "organizers").out()).startsWith("Nobody organizes yet.");

            Talk talk = scene.api().talk(ANA);
            talk.says(code);
            scene.awaitShown(talk, "admin");
            assertThat(run(scene, "organizers").out())
                    .startsWith("Ana   admin since")
                    .contains("telegram");
            assertThat(run(scene, "organizers", "--json").out()).contains("\"role\":\"admin\"");

            BotHere again = run(scene, "claim");
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err()).startsWith("There is an admin already.");
            assertThat(run(scene, "claim", "--role", "viewer", "--name", "Ben").exit())
                    .isZero();
            assertThat(run(scene, "claim", "--sign-in", "ana").exit()).isZero();
            assertThat(run(scene, "organizers", "remove", "ana").err()).contains("there would be no admin");
            assertThat(server.out() + server.err()).doesNotContain(code);
        }
    }

    @Test
    void aBlockCountsInTheRunningServerAndIsLiftedByItsMark() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerHere server = scene.serverHere()) {
            Talk talk = scene.api().talk(ANA);
            talk.says("menu");
            scene.awaitShown(talk, question("menu/choose"));
            assertThat(run(scene, "block", "telegram", Long.toString(ANA.id())).exit())
                    .isZero();
            String listed = run(scene, "block").out();
            assertThat(listed).contains("blocked since").doesNotContain(" " + ANA.id() + " ");
            int before = hushed(scene, talk);

            String mark = listed.substring(0, listed.indexOf(' '));
            assertThat(run(scene, "unblock", mark).exit()).isZero();
            assertThat(run(scene, "unblock", mark).exit()).isEqualTo(1);
            answeredAgain(scene, talk, before);
            assertThat(server.err()).isEmpty();
        }
    }

    /** Says something again and again until it isn't answered; the server checks for blocks every few seconds. */
    private static int hushed(Scene scene, Talk talk) {
        long end = System.nanoTime() + Scene.PATIENCE.toNanos();
        for (int tries = 0; System.nanoTime() < end; tries++) {
            int before = scene.api().log().messageCount(talk.chat());
            scene.api().awaitConfirmed(talk.says("menu"), Scene.PATIENCE);
            Talk other = scene.api().talk(Person.of(1_000 + tries));
            other.says("menu");
            // Once another person got a later answer, an answer to this one would have come.
            scene.awaitShown(other, question("menu/choose"));
            if (scene.api().log().messageCount(talk.chat()) == before) {
                return before;
            }
        }
        throw new AssertionError("the block never counted");
    }

    private static void answeredAgain(Scene scene, Talk talk, int before) {
        long end = System.nanoTime() + Scene.PATIENCE.toNanos();
        for (int tries = 0; System.nanoTime() < end; tries++) {
            scene.api().awaitConfirmed(talk.says("menu"), Scene.PATIENCE);
            Talk other = scene.api().talk(Person.of(1_000_000 + tries));
            other.says("menu");
            scene.awaitShown(other, question("menu/choose"));
            if (scene.api().log().messageCount(talk.chat()) > before) {
                return;
            }
        }
        throw new AssertionError("the block was never lifted");
    }

    @Test
    void whatOrganizersSetCountsInTheRunningServer() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerHere server = scene.serverHere()) {
            Talk talk = scene.api().talk(ANA);
            talk.says("call");
            scene.awaitShown(talk, question("home/place"));
            BotHere set = run(scene, "settings", "set", "action-call.status", "closed", "--as-of", "2026-11-24");
            assertThat(set.err()).isEmpty();
            assertThat(set.exit()).isZero();
            long end = System.nanoTime() + Scene.PATIENCE.toNanos();
            int tries = 0;
            while (!isClosed(scene, tries++)) {
                assertThat(System.nanoTime()).as("it never counted").isLessThan(end);
            }
            assertThat(server.err()).isEmpty();
        }
    }

    /** Whether a new person who wants to call is told that it is closed. */
    private static boolean isClosed(Scene scene, int person) {
        Talk talk = scene.api().talk(Person.of(10_000 + person));
        talk.says("call");
        scene.api()
                .await(
                        () -> shows(scene, talk, CLOSED) || shows(scene, talk, question("home/place")),
                        Scene.PATIENCE,
                        "nobody answers " + talk.chat());
        return shows(scene, talk, CLOSED);
    }

    @Test
    void aCorrectedNumberIsOnTheNextCardOfTheRunningServerAndGoesWhenItIsTakenBack() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerProcess server = scene.server()) {
            Talk talk = scene.api().talk(ANA);
            talk.says("call");
            talk.says("Wyoming");
            assertThat(scene.awaitShown(talk, question("call/card")).text()).contains("202-224-6441");
            BotProcess corrected = BotProcess.run(
                    scene.variables(), "", "directory", "correct", "WY-S1", "--phone", "202-555-0142", "--source", "x");
            assertThat(corrected.err()).isEmpty();
            assertThat(corrected.exit()).isZero();
            awaitCard(scene, 20_000, "202-555-0142");
            assertThat(run(scene, "directory", "correct", "WY-S1", "--undo").exit())
                    .isZero();
            awaitCard(scene, 30_000, "202-224-6441");
            assertThat(server.err()).isEmpty();
        }
    }

    /** Asks for Wyoming's first card, as a new person each time, until the card has this number. */
    private static void awaitCard(Scene scene, int person, String number) {
        long end = System.nanoTime() + Scene.PATIENCE.toNanos();
        for (int tries = 0; System.nanoTime() < end; tries++) {
            Talk talk = scene.api().talk(Person.of(person + tries));
            talk.says("call");
            talk.says("Wyoming");
            if (scene.awaitShown(talk, question("call/card")).text().contains(number)) {
                return;
            }
        }
        throw new AssertionError("no card has the number " + number);
    }

    private static boolean shows(Scene scene, Talk talk, String part) {
        return scene.api().shown(talk.chat()).stream()
                .anyMatch(each -> each.text().contains(part));
    }

    @Test
    void aBackupBringsEverythingBackAndIsNotRestoredUnderARunningServer() throws Exception {
        Path file = folder.resolve("saved.backup");
        try (Scene scene = new Scene(Files.createDirectories(folder.resolve("data")))) {
            Talk talk = scene.api().talk(ANA);
            try (ServerProcess server = scene.server()) {
                talk.says("call");
                talk.says("Wyoming");
                scene.awaitShown(talk, question("call/card"));
                assertThat(run(scene, "backup", file.toString()).exit()).isZero();
                BotHere refused = run(scene, "restore", file.toString());
                assertThat(refused.exit()).isEqualTo(1);
                assertThat(refused.err()).startsWith("The bot is running on this database.");
                talk.says("menu");
                scene.awaitShown(talk, question("menu/choose"));
                assertThat(server.stop()).isZero();
            }
            BotHere restored = run(scene, "restore", file.toString());
            assertThat(restored.err()).isEmpty();
            assertThat(restored.exit()).isZero();
            try (ServerProcess server = scene.server()) {
                talk.says("Left a voicemail");
                scene.awaitShown(talk, "Voicemail for Sen. Barrasso");
                assertThat(server.stop()).isZero();
            }
        }
    }

    @Test
    void theDoctorFindsWhatIsWrongAndSaysWhatToDo() throws Exception {
        try (Scene scene = new Scene(folder)) {
            BotHere before = run(scene, "doctor");
            assertThat(before.out()).contains("There is none in").contains("This is @campaign_test_bot");
            assertThat(before.exit()).isZero();
            try (ServerHere server = scene.serverHere()) {
                BotHere well = run(scene, "doctor");
                assertThat(well.out()).contains("survives a power cut", "0 messages wait", "The pack of");
                assertThat(well.out())
                        .doesNotContain("problem")
                        .doesNotContain(scene.api().token());
                assertThat(well.exit()).isZero();
                server.stop();
            }
            Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
            scene.set("TELEGRAM_TOKEN", "1234:another-token-than-the-right-one-0123456");
            BotHere ill = run(scene, "doctor", "--json");
            assertThat(ill.exit()).isEqualTo(1);
            assertThat(ill.out())
                    .contains("{\"level\":\"problem\",\"subject\":\"token\"")
                    .contains("{\"level\":\"problem\",\"subject\":\"key\"")
                    .contains("chmod 600")
                    .doesNotContain("another-token");
            scene.set("TELEGRAM_MOED", "webhook");
            BotHere misspelled = run(scene, "doctor");
            assertThat(misspelled.out()).contains("did you mean TELEGRAM_MODE?");
            assertThat(misspelled.exit()).isEqualTo(1);
        }
    }

    @Test
    void aWebhookIsShownAndEndedByItsCommand() throws Exception {
        try (Scene scene = new Scene(folder)) {
            scene.byWebhook();
            try (ServerHere server = scene.serverHere()) {
                assertThat(run(scene, "webhook").out()).contains("/telegram, 0 updates wait");
                server.stop();
            }
            assertThat(run(scene, "webhook", "--remove").exit()).isZero();
            assertThat(run(scene, "webhook").out()).startsWith("None is set.");
        }
    }

    @Test
    void withoutADatabaseNoCommandMakesOne() throws Exception {
        try (Scene scene = new Scene(folder)) {
            for (String command : new String[] {"claim", "organizers", "token", "block"}) {
                BotHere bot = run(scene, command);
                assertThat(bot.exit()).isEqualTo(2);
                assertThat(bot.err()).startsWith("There is no database in");
            }
            assertThat(folder.resolve("bot.sqlite")).doesNotExist();
        }
    }
}
