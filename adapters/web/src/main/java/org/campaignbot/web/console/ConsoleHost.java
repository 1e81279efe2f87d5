package org.campaignbot.web.console;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.Composing;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.conversation.Engine;
import org.campaignbot.directory.Directory;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.memory.MemoryWrongNumbers;
import org.campaignbot.message.Surface;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * What the console needs of the program around it.
 *
 * @param links the links into it, which the program sends to organizers
 * @param surfaces what alerts are shown on, by the names of their channels
 * @param askInChat where to ask for a link in one tap; null if no chat is known
 * @param inside tells who opened the console in a chat app
 * @param campaign what the pages about the campaign show
 */
public record ConsoleHost(
        AlertService desk,
        Composing composing,
        Organizers organizers,
        Supplier<Engine> engine,
        Supplier<Directory> directory,
        Tally tally,
        WrongNumbers numbers,
        SignInLinks links,
        Map<String, Surface> surfaces,
        News news,
        DataHost data,
        Supplier<@Nullable URI> askInChat,
        Inside inside,
        CampaignTools campaign,
        InstantSource clock) {

    public ConsoleHost {
        surfaces = Map.copyOf(surfaces);
    }

    /** The same for training, with another desk and time: nobody is told anything, and nothing has been counted. */
    ConsoleHost inTraining(AlertService otherDesk, Composing otherComposing, InstantSource otherClock) {
        return new ConsoleHost(
                otherDesk,
                otherComposing,
                organizers,
                engine,
                directory,
                new MemoryTally(),
                new MemoryWrongNumbers(),
                links,
                surfaces,
                News.NONE,
                data,
                askInChat,
                inside,
                campaign,
                otherClock);
    }

    /** Tells who opened the console in a chat app, by what the app gave to the page. */
    public interface Inside {

        /** No app opens it. */
        Inside NONE = data -> Optional.empty();

        /** Who opened it; empty if that isn't proved, or too long ago. */
        Optional<Opening> opened(String data);
    }

    /**
     * Somebody opened the console in a chat app.
     *
     * @param hash the same whenever the same data is shown again
     * @param until when it's too old
     */
    public record Opening(Person person, String hash, Instant until) {}

    /** Tells organizers in their chats. */
    public interface News {

        /** Tells nobody, as if everybody had been reached. */
        News NONE = new News() {
            @Override
            public boolean ask(Alert alert, Organizer by) {
                return true;
            }

            @Override
            public void decided(Alert alert) {}

            @Override
            public boolean test(Alert alert, Organizer to) {
                return true;
            }

            @Override
            public boolean hasChat(Organizer organizer) {
                return true;
            }

            @Override
            public int testGroup() {
                return 2;
            }

            @Override
            public DeskAnswer testGroup(AlertService at, Alert alert, Organizer by) {
                return at.test(alert.id(), testGroup(), Actor.of(by), tested -> {});
            }
        };

        /** Asks the others to approve; false if none can be reached. */
        boolean ask(Alert alert, Organizer by);

        /** Tells the author that it was approved or given back. */
        void decided(Alert alert);

        /** Sends an organizer what readers would get; false if no chat of theirs is known. */
        boolean test(Alert alert, Organizer to);

        /** Whether a chat of an organizer's is known, so that a test reaches them. */
        boolean hasChat(Organizer organizer);

        /** How many organizers are in the test group. */
        int testGroup();

        /**
         * Sends them a test.
         *
         * @param at the desk, at the version that was looked at
         */
        DeskAnswer testGroup(AlertService at, Alert alert, Organizer by);
    }
}
