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
 * @param id its name in links and buttons: letters and digits that nobody can guess
 * @param action the action whose outcomes count in it
 * @param place the group, with the thread where it was opened
 * @param opener the keyed hash of whoever opened it, empty once it is over
 * @param language what the card is written in
 * @param link what a link that joins begins with; null where the platform has buttons for that
 * @param aim whom all call; null where each calls their own senators
 * @param opened when it began
 * @param ends when it is over at the latest
 * @param members who joined, by their keyed hashes; nobody once it is over
 * @param offered how many members were given turns at these seats, by the seats as {@code NY-S1 NY-S3}
 * @param score what the group may know of it
 * @param isOver whether it has ended
 * @param shown what the group was shown last
 * @param version the number of its last change that was kept, 0 for none
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

    /** How many offices of an aim one member is given, so that a group reaches many of them. */
    private static final int AIMED_TURNS = 2;

    private static final String AIMED = "aim";

    /** Members of one party; more would not be a group that calls together. */
    public static final int MOST_MEMBERS = 500;

    /** After this long nobody waits any more to hear what became of a card, so it is sent anew. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    public Party {
        members = Map.copyOf(members);
        offered = Map.copyOf(offered);
    }

    /** A party that begins. */
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
     * A member's turns. Whom the member called is not kept, nor how it went: only how many calls they told of, so that nobody takes back
     * what others did.
     *
     * @param seats whom to call, in this order
     * @param ordinal how many members had turns at these seats before
     * @param told how many calls the member told of
     * @param lastTurn the turn of the member's conversation that told or took back last, so that a repeat changes nothing
     */
    public record Member(List<String> seats, int ordinal, int told, long lastTurn) {
        public Member {
            seats = List.copyOf(seats);
        }
    }

    /**
     * What the group was shown.
     *
     * @param card the platform's id of the card, or null where there is none yet, or a new one is wanted
     * @param sending the name of a card that is on its way, or null
     * @param score the score on it, or null where nothing was shown
     * @param over whether it said that the party is over
     * @param at when
     */
    public record Shown(
            @Nullable String card,
            @Nullable String sending,
            @Nullable Score score,
            boolean over,
            Instant at) {}

    /** Whether somebody may still join or report. */
    boolean goesOn(Instant at) {
        return !isOver && at.isBefore(ends);
    }

    /**
     * The party with a member, who gets turns at the seats of their state that others were not given before: the order goes round with
     * each of them, and so does the office to begin at. In an aimed party they get the next two seats of the aim, or their own senators
     * where those are in it, for whom a voter's call counts most. One who has joined before keeps what they were given.
     *
     * @param seats the senators of the member, as {@code NY-S1}; none where they are not known, which only an aimed party takes
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

    /** The party with what a member told of a call; telling it again in the same turn changes nothing. */
    public Party report(String member, String seat, String outcome, long turn, Instant at) {
        Member known = members.get(member);
        if (known == null || !goesOn(at) || turn <= known.lastTurn || !known.seats.contains(seat)) {
            return this;
        }
        Member told = new Member(known.seats, known.ordinal, known.told + 1, turn);
        return with(member, told, offered, score.with(outcome, 1));
    }

    /** The party without an outcome that a member told; taking it back again in the same turn changes nothing. */
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

    /** The party at its end, which forgets who opened it and who took part. */
    public Party end() {
        return with(Map.of(), Map.of(), score, true, shown, version);
    }

    /** Whether it is over and the group was told so. */
    public boolean isDone() {
        return isOver && shown.over && shown.sending == null;
    }

    /** Whether the group should see another card now; edits of one are at least this long apart. */
    boolean isToShow(Instant now, Duration pause) {
        if (shown.sending != null) {
            return !now.isBefore(shown.at.plus(ON_ITS_WAY));
        }
        boolean stale = shown.over != isOver || !score.equals(shown.score);
        return stale && !now.isBefore(shown.at.plus(pause));
    }

    /** The party with a card of this name on its way, which shows it as it is now. */
    Party sending(String name, Instant at) {
        return with(new Shown(shown.card, name, score, isOver, at));
    }

    /**
     * The party after a card of this name came to its end.
     *
     * @param card the platform's id of it; null where it told none
     */
    Party sent(String name, @Nullable String card) {
        return name.equals(shown.sending)
                ? with(new Shown(card == null ? shown.card : card, null, shown.score, shown.over, shown.at))
                : this;
    }

    /** The party without a card, so that a new one is shown below what was said since. */
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
}
