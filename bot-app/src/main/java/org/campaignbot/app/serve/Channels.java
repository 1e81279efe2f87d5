package org.campaignbot.app.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.alert.reader.AlertReader;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.sending.Channel;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The channels of all platforms that this process serves. */
final class Channels {

    private final List<Channel> all;
    private final Map<String, Channel> byName;

    /** Those of the platforms; on the web alone there is none, since its chats are kept apart. */
    Channels(ObjectProvider<Channel> channels) {
        this.all = channels.orderedStream().toList();
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    }

    List<Channel> all() {
        return all;
    }

    /** The channel of that name; null if its platform isn't served. */
    @Nullable
    Channel named(String name) {
        return byName.get(name);
    }

    private Optional<Channel> of(Address address) {
        return Optional.ofNullable(byName.get(address.channel()));
    }

    /** The conversation with a whole group; empty for a chat with one person. */
    Optional<ConversationKey> group(Address address) {
        return of(address)
                .filter(channel -> channel.isGroup(address))
                .map(channel -> new ConversationKey(address.wholeChat(), channel.everyone(address.wholeChat())));
    }

    /** The chat alone with somebody who wrote in a group. */
    Optional<ConversationKey> alone(ConversationKey inGroup) {
        return of(inGroup.address())
                .flatMap(channel -> Optional.ofNullable(channel.alone(inGroup.address(), inGroup.person())))
                .map(chat -> new ConversationKey(chat, inGroup.person()));
    }

    /** Who reads the alerts of a subscription. */
    AlertReader reader(Subscription subscription) {
        Address address = subscription.conversation().address();
        return of(address)
                .filter(channel -> channel.isGroup(address))
                .<AlertReader>map(channel -> new AlertReader.Group(subscription.setBy(), channel.deepLinks()))
                .orElse(AlertReader.ALONE);
    }

    /** What any one-person chat of each channel can show. */
    Map<String, Surface> surfaces() {
        return all.stream()
                .collect(Collectors.toMap(
                        Channel::name, channel -> channel.surface(new Address(channel.name(), "0", "U0", null))));
    }
}
