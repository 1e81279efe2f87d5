package org.campaignbot.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Operation;
import org.campaignbot.outcomes.CountHandler;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.jspecify.annotations.Nullable;

/**
 * Counts what people report in chats on the web, apart from what they report in chat apps, and only so much a day and network
 * address: nobody is known there, and a script can report as well. Thread-safe.
 *
 * <p>Addresses are known as keyed hashes, until the Eastern day ends; the key is made at the start and never leaves the memory.
 */
public final class WebOutcomes {

    /** How much counts a day and address: a household's calls, and what the offices said. */
    static final int MOST_A_DAY = 20;

    /** From more addresses a day, nothing counts: to forget one of them instead would lift its limit. */
    private static final int MOST_CLIENTS = 100_000;

    private static final int KEY_BYTES = 32;

    private final Tally tally;
    private final InstantSource clock;
    private final PersonHash hash = new PersonHash(key());
    /** What counted today, by the mark of the address. */
    private final Map<String, Set<String>> counted = new HashMap<>();

    private LocalDate day = LocalDate.MIN;

    /** Counts in a tally, with the limit's days by this clock. */
    public WebOutcomes(Tally tally, InstantSource clock) {
        this.tally = new Apart(tally);
        this.clock = clock;
    }

    private static byte[] key() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** The mark by which an address is known; those that aren't known share one. */
    String mark(@Nullable String client) {
        return hash.of(new Person("client", client == null ? "" : client));
    }

    /**
     * The handlers of the effects that count.
     *
     * @param marks the mark of the address that a chat was begun from
     */
    public List<EffectHandler> handlers(Function<ConversationKey, String> marks) {
        return CountHandler.over(tally, conversation -> hash.of(conversation.person())).stream()
                .filter(each -> !each.name().equals(Effect.UNANSWERED))
                .map(each -> limited(each, marks))
                .toList();
    }

    private EffectHandler limited(EffectHandler handler, Function<ConversationKey, String> marks) {
        return EffectHandler.of(handler.name(), (conversation, effect) -> {
            String what = conversation.person().id() + "/" + effect.arguments().get("action") + "/"
                    + effect.arguments().get("seat");
            boolean more = handler.name().equals(Operation.COUNT);
            if (changes(marks.apply(conversation), what, more)) {
                handler.apply(conversation, effect);
            }
        });
    }

    /** Notes what is counted or taken back; false if it is more than counts today, or was never counted. */
    private synchronized boolean changes(String mark, String what, boolean more) {
        LocalDate today = EasternTime.dateAt(clock.instant());
        if (!today.equals(day)) {
            counted.clear();
            day = today;
        }
        Set<String> known = counted.get(mark);
        if (!more) {
            return known != null && known.remove(what);
        } else if (known != null) {
            return known.contains(what) || (known.size() < MOST_A_DAY && known.add(what));
        } else if (counted.size() >= MOST_CLIENTS) {
            return false;
        }
        counted.put(mark, new HashSet<>(Set.of(what)));
        return true;
    }

    /** A tally in which everything counts as reported on the web. */
    private record Apart(Tally tally) implements Tally {

        @Override
        public void count(String doer, Deed deed, String outcome, Way way, Instant at) {
            tally.count(doer, deed.onWeb(), outcome, way, at);
        }

        @Override
        public void takeBack(String doer, Deed deed, Instant at) {
            tally.takeBack(doer, deed.onWeb(), at);
        }

        @Override
        public List<SeatTotal> bySeat(Period period) {
            return tally.bySeat(period);
        }

        @Override
        public List<WayTotal> byWay(Period period) {
            return tally.byWay(period);
        }
    }
}
