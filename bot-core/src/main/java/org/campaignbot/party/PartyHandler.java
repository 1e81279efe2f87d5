package org.campaignbot.party;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Account;
import org.campaignbot.update.EffectResults;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the party effects; repeating one changes nothing.
 *
 * <p>{@link #OPEN} opens one for an {@code action} and a number of {@code minutes} in the opener's {@code language}; {@code aim}
 * may name the seats that all call and {@code aim_name} what they're called. {@link #JOIN} gives the person turns at their
 * {@code seats} in the {@code party}. {@link #END} ends one, if the person may. The outcomes that members report by {@code count}
 * and undo by {@code uncount} count for their parties.
 */
public final class PartyHandler {

    /** The effect that opens a party. */
    public static final String OPEN = "party-open";

    /** The effect for joining. */
    public static final String JOIN = "party-join";

    /** The effect that ends a party. */
    public static final String END = "party-end";

    /** The flow that gives members their turns; it has the fact {@link #ROUND}. */
    public static final String OFFICE = "party-office";

    /** The flow that says why something was refused; it has the fact {@link #WHY}. */
    public static final String REFUSED = "party-refused";

    /** The flows that report the result of each effect. */
    public static final Map<String, Set<String>> TOLD = Map.of(
            OPEN,
            Set.of(
                    PartyBoard.CARD,
                    PartyBoard.SUMMARY,
                    PartyBoard.JOIN,
                    PartyBoard.JOIN_AIMED,
                    PartyBoard.END,
                    REFUSED),
            JOIN,
            Set.of(OFFICE, REFUSED),
            END,
            Set.of(REFUSED));

    /**
     * The fact with a member's turns, such as {@code 3 1795536000 NY-S3 NY-S1}: how many came before, the latest end of the party
     * in seconds since 1970, and the order of the seats. It begins with {@code aim-} if the party is aimed.
     */
    public static final String ROUND = "party_round";

    /** The fact with the reason: {@code running}, {@code over}, {@code full}, {@code not-yours}. */
    public static final String WHY = "party_why";

    /** The prefix of turns in an aimed party. */
    private static final String AIMED = "aim-";

    private static final String NONE = "none";

    private static final int MOST_OF_A_HASH = 12;

    private PartyHandler() {}

    /**
     * The handlers of all effects.
     *
     * @param hash the keyed hash of a person
     * @param names a keyed hash of any text, for the ids of parties
     * @param organizes whether a person has a role
     */
    public static List<EffectHandler> over(
            PartyDesk desk,
            EffectResults answers,
            Function<Person, String> hash,
            Function<String, String> names,
            Predicate<Person> organizes) {
        PartyOffice office = new PartyOffice(desk, answers, hash, names, organizes);
        return List.of(
                EffectHandler.of(OPEN, office::open),
                EffectHandler.of(JOIN, office::join),
                EffectHandler.of(END, office::end),
                EffectHandler.of(Operation.FORGET, (conversation, effect) -> answers.forget(conversation)),
                EffectHandler.of("count", office::report),
                EffectHandler.of("uncount", office::takeBack));
    }

    /** Does the work of the handlers. */
    private record PartyOffice(
            PartyDesk desk,
            EffectResults answers,
            Function<Person, String> hash,
            Function<String, String> names,
            Predicate<Person> organizes) {

        void open(ConversationKey conversation, Effect effect) {
            String opener = hash.apply(conversation.person());
            String id = id(names.apply(opener + "/" + effect.turn() + "/" + effect.ordinal()));
            String link = argument(effect, "link");
            Party there = desk.open(
                    id,
                    argument(effect, "action"),
                    conversation.address(),
                    opener,
                    new Language(Objects.requireNonNullElse(effect.arguments().get("language"), "en")),
                    link.startsWith("https://") ? link : null,
                    aim(effect),
                    Duration.ofMinutes(Long.parseLong(argument(effect, "minutes"))),
                    effect.at());
            if (!there.id().equals(id)) {
                desk.change(there.id(), Party::withoutCard);
                refuse(conversation, effect, "running");
            }
        }

        void join(ConversationKey conversation, Effect effect) {
            String member = hash.apply(conversation.person());
            List<String> seats = seats(argument(effect, "seats"));
            Optional<Party> party = change(conversation, effect, each -> each.join(member, seats, effect.at()));
            Optional<Party.Member> turns = party.flatMap(each -> each.member(member));
            if (turns.isPresent()) {
                answer(
                        conversation,
                        effect,
                        OFFICE,
                        Map.of(
                                ROUND,
                                before(party.orElseThrow(), turns.get()) + " "
                                        + party.orElseThrow().ends().getEpochSecond() + " "
                                        + String.join(" ", turns.get().seats())));
            } else {
                boolean full = party.isPresent() && party.get().goesOn(effect.at());
                refuse(conversation, effect, full ? "full" : "over");
            }
        }

        void end(ConversationKey conversation, Effect effect) {
            Person person = conversation.person();
            boolean organizer = organizes.test(person);
            Optional<Party> party = change(
                    conversation,
                    effect,
                    each -> organizer || each.opener().equals(hash.apply(person)) ? each.end() : each);
            if (party.isPresent() && !party.get().isOver()) {
                refuse(conversation, effect, "not-yours");
            }
        }

        /**
         * Changes the party that an effect names; another account's party, which only a forged button can name, is treated as
         * unknown.
         */
        private Optional<Party> change(ConversationKey conversation, Effect effect, UnaryOperator<Party> rule) {
            Account here = Account.of(conversation.address());
            return desk.change(
                            argument(effect, "party"),
                            each -> Account.of(each.place()).equals(here) ? rule.apply(each) : each)
                    .filter(party -> Account.of(party.place()).equals(here));
        }

        void report(ConversationKey conversation, Effect effect) {
            String member = hash.apply(conversation.person());
            String seat = argument(effect, "seat");
            String outcome = argument(effect, "outcome");
            String action = argument(effect, "action");
            desk.changeRunning(party -> party.action().equals(action)
                    ? party.report(member, seat, outcome, effect.turn(), effect.at())
                    : party);
        }

        void takeBack(ConversationKey conversation, Effect effect) {
            String member = hash.apply(conversation.person());
            String seat = argument(effect, "seat");
            String outcome = argument(effect, "outcome");
            String action = argument(effect, "action");
            desk.changeRunning(party -> party.action().equals(action)
                    ? party.takeBack(member, seat, outcome, effect.turn(), effect.at())
                    : party);
        }

        private void refuse(ConversationKey conversation, Effect effect, String why) {
            answer(conversation, effect, REFUSED, Map.of(WHY, why));
        }

        private void answer(ConversationKey conversation, Effect effect, String flow, Map<String, String> facts) {
            String id = id(names.apply(hash.apply(conversation.person()) + "/" + conversation.address() + "/"
                    + effect.turn() + "/" + effect.ordinal()));
            answers.add(new EffectResults.Answer(id, conversation, new Event.Answered(flow, Value.texts(facts))));
        }

        /** How many came before; it determines the member's first office. */
        private static String before(Party party, Party.Member member) {
            Aim aim = party.aim();
            return aim == null
                    ? Integer.toString(member.ordinal())
                    : AIMED
                            + member.ordinal()
                                    * member.seats().size()
                                    / aim.seats().size();
        }

        private static @Nullable Aim aim(Effect effect) {
            List<String> seats = seats(argument(effect, "aim"));
            return seats.isEmpty() ? null : new Aim(argument(effect, "aim_name"), seats);
        }

        private static List<String> seats(String ids) {
            return ids.isEmpty() || ids.equals(NONE) ? List.of() : List.of(ids.split(" "));
        }

        private static String argument(Effect effect, String name) {
            return Objects.requireNonNullElse(effect.arguments().get(name), "");
        }

        /** The part of a hash used in a link: only letters and digits. */
        private static String id(String hash) {
            String plain = hash.replaceAll("[^A-Za-z0-9]", "");
            return plain.substring(0, Math.min(plain.length(), MOST_OF_A_HASH));
        }
    }
}
