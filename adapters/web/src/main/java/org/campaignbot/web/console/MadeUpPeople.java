package org.campaignbot.web.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.States;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscribers;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** People who don't exist, to train with: always the same, some in every state, and none kept in memory. */
record MadeUpPeople(InstantSource clock) implements Subscribers {

    /** Enough for the tick that large audiences need, and for states that are shown and others that aren't. */
    static final int HOW_MANY = 1_204;

    private static final ZoneId ZONE = EasternTime.ZONE;

    @Override
    public void forEach(Consumer<List<Subscriber>> some) {
        Instant now = clock.instant();
        List<String> states = States.codes().stream().sorted().toList();
        List<Subscriber> page = new ArrayList<>(AT_ONCE);
        for (int i = 0; i < HOW_MANY; i++) {
            page.add(person(i, states, now));
            if (page.size() == AT_ONCE) {
                some.accept(List.copyOf(page));
                page.clear();
            }
        }
        some.accept(List.copyOf(page));
    }

    private static Subscriber person(int i, List<String> states, Instant now) {
        return new Subscriber(
                "made-up-" + i,
                "made-up-" + i,
                i % 3 == 0 ? "slack" : "telegram",
                "training",
                i % 6 == 0 ? Language.SPANISH : Language.ENGLISH,
                ZONE,
                state(i, states),
                Set.of(Subscription.ALL),
                now,
                null);
    }

    /** Half of them are spread over all states, most others live in a few, and some haven't told where. */
    private static @Nullable String state(int i, List<String> states) {
        if (i % 2 == 0) {
            return states.get(i / 2 % states.size());
        }
        return switch (i % 10) {
            case 1 -> "CA";
            case 3 -> "NY";
            case 5 -> "TX";
            case 7 -> "VT";
            default -> null;
        };
    }
}
