package org.campaignbot.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Target;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.memory.MemorySubscriptions;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Span;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing;
import org.junit.jupiter.api.Test;

class GroupSubscriptionsTest {

    private static final Address CLUB = new Address("paper", "bot", "club", null);
    private static final ConversationKey ALL = new ConversationKey(CLUB, new Person("paper", "club"));
    private static final Person ANA = new Person("paper", "ana");
    private static final ConversationKey ANA_IN_A_THREAD =
            new ConversationKey(new Address("paper", "bot", "club", "thread"), ANA);
    private static final ConversationKey ALONE = new ConversationKey(new Address("paper", "bot", "ana", null), ANA);
    private static final Map<String, String> CALLS =
            Map.of("text", "1", "topic", "calls", "zone", "America/Chicago", "language", "en");

    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final MemoryStore outbox = new MemoryStore();
    private final Engine engine = TinyPack.engine(TinyPack.with(
            says(GroupNotice.ON, "Alerts are on."), says(GroupNotice.SET_BY, "Set by"), says(GroupNotice.OFF, "Off.")));
    private final List<EffectHandler> handlers = GroupSubscriptions.over(
            subscriptions,
            address -> address.chat().equals("club") ? Optional.of(ALL) : Optional.empty(),
            new GroupNotice(() -> engine),
            outbox::add);

    private static Flow says(String name, String words) {
        return TinyPack.flow(name, List.of(), TinyPack.saying("say", words, new Target.Stay()));
    }

    private void does(ConversationKey who, String effect, Map<String, String> arguments) {
        handlers.stream()
                .filter(each -> each.name().equals(effect))
                .forEach(each -> each.apply(who, new Effect(1, 0, effect, TinyPack.NOON, arguments)));
    }

    @Test
    void theGroupAsAWholeIsSubscribedAndToldByWhom() {
        does(ANA_IN_A_THREAD, GroupSubscriptions.SUBSCRIBE, CALLS);
        does(ANA_IN_A_THREAD, GroupSubscriptions.SUBSCRIBE, CALLS);
        Subscription kept = subscriptions.of(ALL).orElseThrow();
        assertThat(kept.topics()).containsExactly("calls");
        assertThat(kept.setBy()).isEqualTo(ANA);
        assertThat(subscriptions.count()).isEqualTo(1);
        List<Outgoing> told = outbox.claim(10);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).to()).isEqualTo(ANA_IN_A_THREAD.address());
        assertThat(told.get(0).person()).isEqualTo(ALL.person());
        assertThat(told.get(0).message().text().blocks())
                .last()
                .isEqualTo(new Block.Paragraph(
                        List.of(new Span.Plain("Set by "), new Span.Mention("ana", GroupNotice.SET_BY))));
        assertThat(told.get(0).message().choices())
                .containsExactly(new Choice.Press(GroupNotice.OFF, GroupNotice.OFF, "entry", "entry"));
    }

    @Test
    void anyMemberStopsThem() {
        does(ANA_IN_A_THREAD, GroupSubscriptions.SUBSCRIBE, CALLS);
        does(new ConversationKey(CLUB, new Person("paper", "ben")), GroupSubscriptions.UNSUBSCRIBE, Map.of());
        assertThat(subscriptions.count()).isZero();
    }

    @Test
    void whoeverIsForgottenIsNamedNoMoreAndTheGroupGoesOn() {
        does(ANA_IN_A_THREAD, GroupSubscriptions.SUBSCRIBE, CALLS);
        does(ALONE, Operation.FORGET, Map.of());
        Subscription kept = subscriptions.of(ALL).orElseThrow();
        assertThat(kept.setBy()).isNull();
        assertThat(new GroupNotice(() -> engine).on(kept, TinyPack.NOON).text().visible())
                .isEqualTo("Alerts are on.");
    }

    @Test
    void theEndOfAConversationInAGroupTakesNobodysNameOffOthers() {
        does(ANA_IN_A_THREAD, GroupSubscriptions.SUBSCRIBE, CALLS);
        does(ANA_IN_A_THREAD, Operation.FORGET, Map.of());
        assertThat(subscriptions.of(ALL)).map(Subscription::setBy).contains(ANA);
    }

    @Test
    void whereThereIsNoGroupNothingIsKept() {
        does(ALONE, GroupSubscriptions.SUBSCRIBE, CALLS);
        does(ALONE, GroupSubscriptions.UNSUBSCRIBE, Map.of());
        assertThat(subscriptions.count()).isZero();
        assertThat(outbox.claim(10)).isEmpty();
    }
}
