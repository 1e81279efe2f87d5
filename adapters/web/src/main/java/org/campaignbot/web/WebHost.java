package org.campaignbot.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.campaignbot.conversation.Engine;
import org.campaignbot.directory.Directory;
import org.campaignbot.outcomes.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What the site needs of the program around it.
 *
 * @param engine the current engine, for what the pages say
 * @param directory the current tables
 * @param chats the chats, or null if there are none
 * @param pages whether the public pages are served
 * @param part what else is served under paths of its own, or null
 * @param api whether programs may look up lawmakers
 * @param embed whether other sites may show the ask in a frame
 * @param rest what programs that act for organizers need, or null if there are none
 * @param outcomes counts what is reported in the chats
 * @param total how many calls supporters are told of, if organizers chose so
 * @param ways the links into the bot elsewhere
 * @param failed takes a request that failed, for the operator; it contains nothing that was typed
 */
public record WebHost(
        Supplier<Engine> engine,
        Supplier<Directory> directory,
        InstantSource clock,
        boolean pages,
        @Nullable WebPart part,
        @Nullable WebChats chats,
        WebOutcomes outcomes,
        Supplier<Optional<Figure>> total,
        boolean api,
        boolean embed,
        @Nullable RestHost rest,
        Supplier<Ways> ways,
        Consumer<RuntimeException> failed) {

    /** Links into the bot elsewhere; null where it isn't, or where it isn't known yet. */
    public record Ways(@Nullable URI telegram, @Nullable URI slack) {

        /** No other way in. */
        public static final Ways NONE = new Ways(null, null);
    }
}
