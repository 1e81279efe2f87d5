package org.campaignbot.party;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * A call party in a group.
 *
 * @param id its unguessable name in links and buttons, in letters and digits
 * @param action the action whose outcomes count in it
 * @param place the group, with the thread where it was opened
 * @param opener the keyed hash of the person who opened it, empty once it's over
 * @param language the card's language
 * @param link the prefix of the link to join; null if the platform has buttons for that
 * @param aim who all members call; null if each calls their own senators
 * @param opened when it started
 * @param ends when it ends at the latest
 * @param members the members by their keyed hashes; empty once it's over
 * @param offered how many members got turns at these seats, by the seats as {@code NY-S1 NY-S3}
 * @param score what the group may see of it
 * @param isOver whether it has ended
 * @param shown what the group was shown last
 * @param version the number of its last saved change, 0 for none
 */
public record Party(
        String id,
        String action,
        Address place,
        String opener,
        Language language,
        @Nullable String link,
        @Nullable Aim aim,
        Instant opened,
        Instant ends,
        Map<String, Member> members,
        Map<String, Integer> offered,
        Score score,
        boolean isOver,
        Shown shown,
        long version) {

    /** How many offices of an aim one member gets, so that a group reaches many of them. */
    private static final int AIMED_TURNS = 2;

    private static final String AIMED = "aim";

    /** The most members of one party; a larger group couldn't call together. */
    public static final int MOST_MEMBERS = 500;

    /** After this long without an outcome for a card, it's sent again. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    public Party {
        members = Map.copyOf(members);
        offered = Map.copyOf(offered);
    }

    /** A new party. */
    static Party of(
            String id,
            String action,
            Address place,
            String opener,
            Language language,
            @Nullable String link,
            @Nullable Aim aim,
            Instant opened,
            Instant ends) {
        return new Party(
                id,
                action,
                place,
                opener,
                language,
                link,
                aim,
                opened,
                ends,
                Map.of(),
                Map.of(),
                Score.NONE,
                false,
                new Shown(null, null, null, false, Instant.EPOCH),
                0);
    }

    /**
     * A member's turns. Neither who the member called nor how it went is kept, only how many calls they reported, so that members
     * can undo only their own reports.
     *
     * @param seats who to call, in this order
     * @param ordinal how many earlier members had turns at these seats
     * @param told how many calls the member reported
     * @param lastTurn the conversation turn of the member's last report or undo, so that a repeat changes nothing
     */
    public record Member(List<String> seats, int ordinal, int told, long lastTurn) {
        public Member {
            seats = List.copyOf(seats);
        }
    }

    /**
     * What the group was shown last.
     *
     * @param card the platform's id of the card, or null if there is none yet or a new one is wanted
     * @param sending the name of a card being sent, or null
     * @param score the score on it, or null if nothing was shown
     * @param over whether it said that the party is over
     * @param at when
     */
    public record Shown(
            @Nullable String card,
            @Nullable String sending,
            @Nullable Score score,
            boolean over,
            Instant at) {}

    /** Whether people may still join or report. */
    boolean goesOn(Instant at) {
        return !isOver && at.isBefore(ends);
    }

    /**
     * The party with a member added, who gets turns at their state's seats that others weren't given before: the order rotates
     * with each member, and so does the first office. In an aimed party, members get the next two seats of the aim, or their own
     * senators if those are in it, because a voter's call counts most. Someone who joined before keeps their turns.
     *
     * @param seats the member's senators, such as {@code NY-S1}; empty if not known, which only an aimed party accepts
     */
    public Party join(String member, List<String> seats, Instant at) {
        if (!goesOn(at) || members.containsKey(member) || members.size() >= MOST_MEMBERS) {
            return this;
        }
        if (aim != null) {
            List<String> own = seats.stream().filter(aim.seats()::contains).toList();
            return own.isEmpty() ? joinAim(member, aim.seats()) : inTurn(member, String.join(" ", own), own);
        }
        return seats.isEmpty() ? this : inTurn(member, String.join(" ", seats), seats);
    }

    private Party inTurn(String member, String key, List<String> seats) {
        int ordinal = offered.getOrDefault(key, 0);
        return given(member, key, ordinal, rotated(seats, ordinal));
    }

    private Party joinAim(String member, List<String> seats) {
        int ordinal = offered.getOrDefault(AIMED, 0);
        List<String> order = rotated(seats, ordinal * AIMED_TURNS);
        return given(member, AIMED, ordinal, order.subList(0, Math.min(AIMED_TURNS, order.size())));
    }

    private static List<String> rotated(List<String> seats, int by) {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            order.add(seats.get((by + i) % seats.size()));
        }
        return order;
    }

    private Party given(String member, String key, int ordinal, List<String> order) {
        Map<String, Integer> counts = new HashMap<>(offered);
        counts.put(key, ordinal + 1);
        return with(member, new Member(order, ordinal, 0, 0), counts, score.withOneMore());
    }

    /** The turns of a member. */
    public Optional<Member> member(String member) {
        return Optional.ofNullable(members.get(member));
    }

    /** The party with a member's report of a call; repeating it in the same turn changes nothing. */
    public Party report(String member, String seat, String outcome, long turn, Instant at) {
        Member known = members.get(member);
        if (known == null || !goesOn(at) || turn <= known.lastTurn || !known.seats.contains(seat)) {
            return this;
        }
        Member told = new Member(known.seats, known.ordinal, known.told + 1, turn);
        return with(member, told, offered, score.with(outcome, 1));
    }

    /** The party without an outcome that a member reported; undoing it again in the same turn changes nothing. */
    public Party takeBack(String member, String seat, String outcome, long turn, Instant at) {
        Member known = members.get(member);
        if (known == null
                || !goesOn(at)
                || turn <= known.lastTurn
                || known.told == 0
                || !known.seats.contains(seat)
                || score.outcomes().getOrDefault(outcome, 0) == 0) {
            return this;
        }
        Member told = new Member(known.seats, known.ordinal, known.told - 1, turn);
        return with(member, told, offered, score.with(outcome, -1));
    }

    /** The finished party, without its opener and members. */
    public Party end() {
        return with(Map.of(), Map.of(), score, true, shown, version);
    }

    /** Whether it's over and the group was told. */
    public boolean isDone() {
        return isOver && shown.over && shown.sending == null;
    }

    /** Whether the group should see a new card now; edits of one are at least this far apart. */
    boolean isToShow(Instant now, Duration pause) {
        if (shown.sending != null) {
            return !now.isBefore(shown.at.plus(ON_ITS_WAY));
        }
        boolean stale = shown.over != isOver || !score.equals(shown.score);
        return stale && !now.isBefore(shown.at.plus(pause));
    }

    /** The party while a card with this name and its present state is being sent. */
    Party sending(String name, Instant at) {
        return with(new Shown(shown.card, name, score, isOver, at));
    }

    /**
     * The party after the sending of this card ended.
     *
     * @param card the platform's id of it; null if there was none
     */
    Party sent(String name, @Nullable String card) {
        return name.equals(shown.sending)
                ? with(new Shown(card == null ? shown.card : card, null, shown.score, shown.over, shown.at))
                : this;
    }

    /** The party without a card, so that a new one is shown below the latest messages. */
    Party withoutCard() {
        return isOver ? this : with(new Shown(null, shown.sending, null, false, shown.at));
    }

    /** The same party under another version. */
    public Party version(long other) {
        return with(members, offered, score, isOver, shown, other);
    }

    private Party with(String name, Member member, Map<String, Integer> counts, Score newScore) {
        Map<String, Member> more = new HashMap<>(members);
        more.put(name, member);
        return with(more, counts, newScore, isOver, shown, version);
    }

    private Party with(Shown other) {
        return with(members, offered, score, isOver, other, version);
    }

    private Party with(
            Map<String, Member> newMembers,
            Map<String, Integer> newOffered,
            Score newScore,
            boolean over,
            Shown newShown,
            long newVersion) {
        return new Party(
                id,
                action,
                place,
                over ? "" : opener,
                language,
                link,
                aim,
                opened,
                ends,
                newMembers,
                newOffered,
                newScore,
                over,
                newShown,
                newVersion);
    }

    /**
     * What a group sees of a party: totals without names.
     *
     * @param joined how many joined
     * @param outcomes the number of calls by outcome, as people reported
     */
    public record Score(int joined, Map<String, Integer> outcomes) {

        public static final Score NONE = new Score(0, Map.of());

        public Score {
            outcomes = Map.copyOf(outcomes);
        }

        /** How many calls were reported. */
        public int tried() {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum();
        }

        Score withOneMore() {
            return new Score(joined + 1, outcomes);
        }

        Score with(String outcome, int more) {
            Map<String, Integer> counts = new HashMap<>(outcomes);
            counts.merge(outcome, more, (count, change) -> count + change == 0 ? null : count + change);
            return new Score(joined, counts);
        }
    }
}
