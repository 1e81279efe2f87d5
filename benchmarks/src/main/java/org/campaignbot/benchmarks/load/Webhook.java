package org.campaignbot.benchmarks.load;

import java.net.URI;
import java.util.function.Consumer;
import org.campaignbot.benchmarks.wire.HttpMessage;
import org.campaignbot.benchmarks.wire.Lines;
import org.campaignbot.benchmarks.wire.Loop;
import org.jspecify.annotations.Nullable;

/** Delivers updates to a bot's webhook, with as many connections as Telegram. */
final class Webhook implements Delivery {

    /** The most connections that Telegram opens to one webhook ({@code max_connections} of setWebhook). */
    private static final int MOST_CONNECTIONS = 100;

    private final Lines lines;
    private final String path;
    private final String headers;

    Webhook(Loop loop, URI address, @Nullable String secret) {
        this.lines = new Lines(loop, address.getPort(), MOST_CONNECTIONS);
        this.path = address.getPath();
        this.headers = secret == null ? "" : "X-Telegram-Bot-Api-Secret-Token: " + secret + "\r\n";
    }

    @Override
    public void deliver(String update, Consumer<Boolean> taken) {
        lines.deliver(HttpMessage.post(path, headers, update), status -> taken.accept(status / 100 == 2));
    }
}
