package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Admins who subscribed to alarms learn in their chat that nothing can be stored, even though nothing can be stored. */
class AlarmsToAdminsTest {

    private static final String BEGUN = "I can't save anything right now";
    private static final String OVER = "I can save again";
    private static final String OVER_IN_SPANISH = "Otra vez puedo guardar";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T15:00:00Z"));
    private int codes;

    private void claims(Talk talk, Database database, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(++codes));
        assertThat(database.organizers().invite(code, grant, by, clock.instant()))
                .isEmpty();
        talk.says(code.text());
    }

    /** Makes every write fail and every read succeed, like a full disk. */
    private void disk(boolean full, Scene scene) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + scene.data().resolve("bot.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 30000");
            for (String table : List.of("seen_update", "conversation", "outbox", "installation", "answer")) {
                statement.execute(
                        full
                                ? "create trigger full_" + table + " before insert on " + table
                                        + " begin select raise(abort, 'full'); end"
                                : "drop trigger full_" + table);
            }
        }
    }

    private static long count(Scene scene, Talk talk, String part) {
        return scene.api().shown(talk.chat()).stream()
                .filter(each -> each.text().contains(part))
                .count();
    }

    private void awaitLater(Scene scene, Talk talk, String part) {
        long end = System.nanoTime() + Scene.PATIENCE.toNanos();
        while (count(scene, talk, part) == 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("chat " + talk.chat() + " does not show \"" + part + "\"");
            }
            clock.advance(Duration.ofSeconds(5));
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void thatNothingCanBeStoredIsToldOnceWhenItBeginsAndOnceWhenItEndsToThoseAdminsAlone() throws Exception {
        try (Scene scene = new Scene(folder)) {
            int unused = scene.byWebhook();
            Talk ana = scene.api().talk(Person.of(901));
            Talk luz = scene.api().talk(Person.of(902));
            Talk may = scene.api().talk(Person.of(903));
            try (ServerHere server = ServerHere.start(scene.variables(), clock);
                    Database beside = Database.open(DatabaseLocation.of(null, scene.data()), null, clock)) {
                claims(ana, beside, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR);
                scene.awaitShown(ana, "one of the organizers");
                claims(luz, beside, new Grant.Invited(Role.ADMIN, "Lucero"), Organizers.OPERATOR);
                scene.awaitShown(luz, "one of the organizers");
                claims(may, beside, new Grant.Invited(Role.ADMIN, "Maple"), Organizers.OPERATOR);
                scene.awaitShown(may, "one of the organizers");
                luz.says("español");
                scene.awaitShown(luz, "seguimos en español");
                luz.says("encender alarmas");
                scene.awaitShown(luz, "¿Quiere recibir alarmas?");
                ana.says("alarms");
                scene.awaitShown(ana, "Alarms are off");
                ana.says("alarms on");
                scene.awaitShown(ana, "Alarms are on");
                may.says("alarms");
                scene.awaitShown(may, "Alarms are off");

                disk(true, scene);
                scene.api().talk(Person.of(7)).command("help");
                awaitLater(scene, ana, BEGUN);
                awaitLater(scene, luz, "Ahora no puedo guardar nada");
                clock.advance(Duration.ofMinutes(12));
                disk(false, scene);
                awaitLater(scene, ana, OVER);
                awaitLater(scene, luz, OVER_IN_SPANISH);

                may.says("alarms");
                scene.awaitShown(may, "Alarms are off");
                for (Talk each : List.of(ana, luz)) {
                    assertThat(count(scene, each, each == ana ? BEGUN : "no puedo guardar nada."))
                            .isEqualTo(1);
                    assertThat(count(scene, each, each == ana ? OVER : OVER_IN_SPANISH))
                            .isEqualTo(1);
                }
                assertThat(count(scene, may, BEGUN) + count(scene, may, OVER)).isZero();
                assertThat(server.err()).doesNotContain("Sunflower", "901");
            }
        }
    }
}
